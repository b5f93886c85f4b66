-- The history of whose, version 1. Any SQLite tool can read it.
--
-- at     milliseconds since 1970-01-01 UTC, as the learner's clock said
-- zone   minutes that the learner's clock was east of UTC
-- right, read, last_right   0 or 1
--
-- Every row says whose it is (learner) and in which course, by the course's id.

-- One graded response. Rows are only ever added, in the order they were given.
CREATE TABLE answer (
	seq      INTEGER PRIMARY KEY,
	id       TEXT    NOT NULL UNIQUE CHECK (id <> ''), -- random: the same answer saved twice is kept once
	learner  TEXT    NOT NULL,
	course   TEXT    NOT NULL,
	session  TEXT    NOT NULL, -- session.id
	at       INTEGER NOT NULL,
	zone     INTEGER NOT NULL,
	mode     TEXT    NOT NULL, -- study, test
	spec     TEXT    NOT NULL, -- JSON: what was asked, enough to ask it again
	task     TEXT    NOT NULL, -- the exam guide's task, such as 2.1
	shown    TEXT    NOT NULL, -- JSON: ids of the options in the order shown
	chosen   TEXT    NOT NULL, -- JSON: ids of the options chosen
	thinking INTEGER NOT NULL, -- milliseconds
	right    INTEGER NOT NULL
) STRICT;

-- What an answer says about each item it asked for: q:<question>@<revision> or
-- c:<service>/<layer>@<party>.
CREATE TABLE grade (
	answer  TEXT    NOT NULL REFERENCES answer (id),
	n       INTEGER NOT NULL, -- from 0
	learner TEXT    NOT NULL,
	course  TEXT    NOT NULL,
	item    TEXT    NOT NULL,
	right   INTEGER NOT NULL,
	PRIMARY KEY (answer, n)
) STRICT, WITHOUT ROWID;

-- The sum of all grades of an item, kept by the transaction that adds them.
CREATE TABLE item (
	learner    TEXT    NOT NULL,
	course     TEXT    NOT NULL,
	item       TEXT    NOT NULL,
	seen       INTEGER NOT NULL,
	right      INTEGER NOT NULL,
	last_at    INTEGER NOT NULL, -- of the grade that was added last
	last_zone  INTEGER NOT NULL,
	last_right INTEGER NOT NULL,
	PRIMARY KEY (learner, course, item)
) STRICT, WITHOUT ROWID;

-- The sum of all answers of a task, kept by the transaction that adds them, so
-- that the home screen takes no longer with a long history than with a short one.
CREATE TABLE task (
	learner  TEXT    NOT NULL,
	course   TEXT    NOT NULL,
	task     TEXT    NOT NULL,
	answered INTEGER NOT NULL,
	right    INTEGER NOT NULL,
	PRIMARY KEY (learner, course, task)
) STRICT, WITHOUT ROWID;

-- A run of questions as it was left.
CREATE TABLE session (
	learner TEXT    NOT NULL,
	course  TEXT    NOT NULL,
	id      TEXT    NOT NULL CHECK (id <> ''),
	state   TEXT    NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
	at      INTEGER NOT NULL, -- when it was saved
	zone    INTEGER NOT NULL,
	title   TEXT    NOT NULL,
	kind    TEXT    NOT NULL, -- quiz, checks, test-me
	mode    TEXT    NOT NULL,
	here    INTEGER NOT NULL, -- the question on screen, from 0
	length  INTEGER NOT NULL, -- how many questions it has
	saved   TEXT    NOT NULL, -- JSON: the drawn paper, drafts and answers
	owner   TEXT    NOT NULL, -- token of the window that runs it, '' if none does
	pid     INTEGER NOT NULL, -- that window's process
	PRIMARY KEY (learner, course, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_open ON session (learner, course, at) WHERE state = 'open';

-- Where the learner is in each lesson that was opened.
CREATE TABLE lesson (
	learner      TEXT    NOT NULL,
	course       TEXT    NOT NULL,
	lesson       TEXT    NOT NULL,
	at           INTEGER NOT NULL, -- when it was last opened, moved in or read
	zone         INTEGER NOT NULL,
	read         INTEGER NOT NULL,
	block        INTEGER NOT NULL, -- paragraph, list, table or code, from 0
	block_offset INTEGER NOT NULL, -- how far into it
	PRIMARY KEY (learner, course, lesson)
) STRICT, WITHOUT ROWID;

-- In the order they were set.
CREATE TABLE bookmark (
	seq     INTEGER PRIMARY KEY,
	learner TEXT    NOT NULL,
	course  TEXT    NOT NULL,
	kind    TEXT    NOT NULL, -- lesson, cell, question
	id      TEXT    NOT NULL,
	at      INTEGER NOT NULL,
	zone    INTEGER NOT NULL,
	UNIQUE (learner, course, kind, id)
) STRICT;
