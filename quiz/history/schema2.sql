-- Version 2: what memory is made of, corrections, the calendar, settings.
--
-- Two kinds of tables. What happened: answer, grade, confused, correction,
-- session, lesson, bookmark, readiness, setting. What follows from it: item,
-- memory, task, day, sure, fit, confusion. The latter are kept by the transaction that
-- adds an answer or a correction, and can be made anew from the former by taking
-- all answers that have no correction in the order of their time, those of one
-- moment in the order of their ids. After this script they are.

ALTER TABLE answer ADD COLUMN sure TEXT NOT NULL DEFAULT 'sure' -- fast: sure, and clearly faster than usual
	CHECK (sure IN ('unsure', 'sure', 'fast'));
ALTER TABLE answer ADD COLUMN words INTEGER NOT NULL DEFAULT 0; -- how many there were to read; 0 when not known
ALTER TABLE answer ADD COLUMN tempo REAL NOT NULL DEFAULT 0; -- thinking as a multiple of what reading takes; 0 when not known

CREATE INDEX answer_at ON answer (learner, course, at);
CREATE INDEX answer_tempo ON answer (learner, course, at) WHERE right = 1 AND tempo > 0;

-- An answer that was taken back. Nothing follows from it any more.
CREATE TABLE correction (
	seq  INTEGER PRIMARY KEY REFERENCES answer (seq),
	at   INTEGER NOT NULL,
	zone INTEGER NOT NULL
) STRICT;

-- What an answer took for what.
CREATE TABLE confused (
	answer  TEXT    NOT NULL REFERENCES answer (id),
	n       INTEGER NOT NULL, -- from 0
	learner TEXT    NOT NULL,
	course  TEXT    NOT NULL,
	at      INTEGER NOT NULL, -- as in answer
	took    TEXT    NOT NULL, -- the concept of an option that was chosen and wrong
	missed  TEXT    NOT NULL, -- and the one that was right
	times   INTEGER NOT NULL,
	PRIMARY KEY (answer, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX confused_pair ON confused (learner, course, took, missed, at);

ALTER TABLE grade ADD COLUMN rating INTEGER NOT NULL DEFAULT 3 -- 1 again, 2 hard, 3 good, 4 easy
	CHECK (rating BETWEEN 1 AND 4);
ALTER TABLE grade ADD COLUMN predicted REAL; -- recall, 0 to 1, that the model predicted; NULL at an item's first grade and in an answer taken back
UPDATE grade SET rating = 1 WHERE right = 0;

CREATE INDEX grade_item ON grade (learner, course, item, right);

-- What the grades of an item have left.
DROP TABLE item;
CREATE TABLE item (
	learner     TEXT    NOT NULL,
	course      TEXT    NOT NULL,
	item        TEXT    NOT NULL,
	seen        INTEGER NOT NULL, -- how often it was graded
	right       INTEGER NOT NULL, -- how often right
	first_at    INTEGER NOT NULL,
	first_zone  INTEGER NOT NULL,
	first_right INTEGER NOT NULL,
	last_at     INTEGER NOT NULL,
	last_zone   INTEGER NOT NULL,
	last_right  INTEGER NOT NULL,
	stability   REAL    NOT NULL, -- days until recall has fallen to 0.9
	difficulty  REAL    NOT NULL, -- 1 to 10
	PRIMARY KEY (learner, course, item)
) STRICT, WITHOUT ROWID;

-- The rows of item once more, packed into a few, so that the program starts as
-- fast with many items as with none. See memory.go.
CREATE TABLE memory (
	learner TEXT    NOT NULL,
	course  TEXT    NOT NULL,
	shard   INTEGER NOT NULL, -- FNV-1a of the item's id, modulo 32
	traces  BLOB    NOT NULL,
	PRIMARY KEY (learner, course, shard)
) STRICT;

-- The calendar of work. A study day lasts from 04:00 to 04:00 of the learner's
-- clock; day 1 is 1970-01-01.
CREATE TABLE day (
	learner  TEXT    NOT NULL,
	course   TEXT    NOT NULL,
	day      INTEGER NOT NULL,
	answered INTEGER NOT NULL,
	right    INTEGER NOT NULL,
	thinking INTEGER NOT NULL, -- milliseconds
	PRIMARY KEY (learner, course, day)
) STRICT, WITHOUT ROWID;

-- How sure the learner was against how right.
CREATE TABLE sure (
	learner  TEXT    NOT NULL,
	course   TEXT    NOT NULL,
	sure     TEXT    NOT NULL, -- as in answer
	answered INTEGER NOT NULL,
	right    INTEGER NOT NULL,
	PRIMARY KEY (learner, course, sure)
) STRICT, WITHOUT ROWID;

-- What the model predicted of questions against how they were answered.
CREATE TABLE fit (
	learner  TEXT    NOT NULL,
	course   TEXT    NOT NULL,
	band     INTEGER NOT NULL, -- of predicted recall: i holds 1-(i+1)/40 to 1-i/40, 19 all that is lower
	answered INTEGER NOT NULL,
	right    INTEGER NOT NULL,
	PRIMARY KEY (learner, course, band)
) STRICT, WITHOUT ROWID;

CREATE TABLE confusion (
	learner TEXT    NOT NULL,
	course  TEXT    NOT NULL,
	took    TEXT    NOT NULL,
	missed  TEXT    NOT NULL,
	times   INTEGER NOT NULL,
	last_at INTEGER NOT NULL,
	PRIMARY KEY (learner, course, took, missed)
) STRICT, WITHOUT ROWID;

-- What the program said of the learner's readiness, the last time on each day.
CREATE TABLE readiness (
	learner TEXT    NOT NULL,
	course  TEXT    NOT NULL,
	day     INTEGER NOT NULL,
	share   REAL    NOT NULL, -- of the exam's questions that would be right, 0 to 1
	margin  REAL    NOT NULL, -- half the width of its 90 % interval
	PRIMARY KEY (learner, course, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
	learner TEXT NOT NULL,
	course  TEXT NOT NULL,
	name    TEXT NOT NULL, -- exam: a date; allowance: as-is, half or none; placed: 1 once the placement was taken or declined
	value   TEXT NOT NULL,
	PRIMARY KEY (learner, course, name)
) STRICT, WITHOUT ROWID;

ALTER TABLE lesson ADD COLUMN read_at INTEGER; -- when it was first read to the end, NULL when it was not
ALTER TABLE lesson ADD COLUMN read_zone INTEGER;
UPDATE lesson SET read_at = at, read_zone = zone WHERE read = 1;

-- session.kind is one of quiz, checks, test-me, review, exam, placement.
ALTER TABLE session ADD COLUMN right INTEGER NOT NULL DEFAULT 0; -- how many questions were right
ALTER TABLE session ADD COLUMN thinking INTEGER NOT NULL DEFAULT 0; -- milliseconds
UPDATE session SET
	right    = (SELECT count(*) FROM json_each(saved, '$.entries') WHERE value ->> '$.right'),
	thinking = (SELECT coalesce(sum(value ->> '$.thinking'), 0) / 1000000 FROM json_each(saved, '$.entries'))
WHERE json_valid(saved);

CREATE INDEX session_done ON session (learner, course, at) WHERE state = 'done';
