package progress_test

import (
	"strings"
	"testing"

	"whose/model"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/uitest"
)

func TestMixUpsLeadToThePairAndTheLesson(t *testing.T) {
	deps := tell(t, told{progress: history.Progress{Confusions: []history.Confusion{
		{Took: "customer-control", For: "shared-control", Times: 4},
		{Took: "security-of", For: "inherited-control", Times: 1},
		{Took: "shared-control", For: "inherited-control", Times: 1},
		{Took: "gone", For: "gone-too", Times: 1},
	}}})
	d := open(t, deps, 80, 24)
	d.Keys("tab", "tab", "tab")
	d.Want("› took customer-specific control for shared control", "4 times", "1 time", "enter practise")
	d.WantNot("gone")
	d.Keys("enter")
	d.Want("1 of ")
	d.Keys("esc", "r")
	d.Want("Lesson ")
	d.Keys("esc", "down")
	d.Want("› took security of the cloud for inherited control", "enter read")
	d.WantNot("p practise") // the two are no pair of the course
	d.Keys("enter")
	d.Want("Lesson 1 of 3") // which tells the two apart; the third is about one of them
	d.Keys("esc", "down")
	d.Want("enter practise") // a pair of the course, the other way round
	deps.History.(*told).progress.Confusions = deps.History.(*told).progress.Confusions[:1]
	d.Keys("H", "esc")
	d.Want("› took customer-specific control for shared control")
}

func TestQuestionsMostOftenWrong(t *testing.T) {
	c := uitest.Course(t)
	traces := map[model.Item]recall.Trace{}
	for i, q := range c.Questions()[:3] {
		trace := recall.Trace{}.After(uitest.Start, recall.Good)
		for range i {
			trace = trace.After(uitest.Start, recall.Again)
		}
		traces[model.QuestionItem(q.ID(), q.Revision())] = trace
	}
	d := open(t, tell(t, told{learner: recall.Learner{Traces: traces}}), 80, 24)
	d.Keys("tab", "tab", "tab")
	stem := func(i int) string { return strings.Join(strings.Fields(c.Questions()[i].Stem())[:4], " ") }
	d.Want("Questions most often wrong", "› "+stem(2), "2 of 3", "enter ask it again")
	d.WantNot(stem(1), "What you take for what") // wrong only once
	d.Keys("enter")
	d.Want(stem(2), "1 of 1")
}

func TestNothingMixedUp(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 24)
	d.Keys("tab", "tab", "tab")
	d.Want("Nothing is mixed up so far.")
	d.Keys("enter", "p", "r", "down")
	d.Want("Nothing is mixed up so far.")
}

func tally(right, answered int) recall.Tally { return recall.Tally{Right: right, Answered: answered} }

func TestSurenessSpeaksPlainly(t *testing.T) {
	for _, tt := range []struct {
		sure history.Sure
		says []string
	}{
		{history.Sure{}, []string{"Too little to tell yet: answer 20 questions more"}},
		{history.Sure{Sure: tally(10, 12), Fast: tally(7, 7)}, []string{"answer 1 question more"}},
		{history.Sure{Sure: tally(6, 10), Fast: tally(7, 10)}, []string{"You are surer than you are right: of what you are sure of, 35 % is", "No answer is marked unsure"}},
		{history.Sure{Sure: tally(80, 100)}, []string{"right 80 % of the time: read to the end"}},
		{history.Sure{Sure: tally(85, 100), Unsure: tally(71, 100)}, []string{"right 85 % of the time: you can rely on it.", "Your “unsure” is right 71 % of the time: trust yourself more."}},
		{history.Sure{Sure: tally(90, 100), Unsure: tally(64, 100)}, []string{"64 % of the time: you know what you do not know."}},
		{history.Sure{Sure: tally(90, 100), Fast: tally(16, 20), Unsure: tally(1, 1)}, []string{"When you are fast you are wrong more often", "80 %      of 20", "100 %       of 1"}},
	} {
		d := open(t, tell(t, told{progress: history.Progress{Sure: tt.sure}}), 80, 24)
		d.Keys("shift+tab")
		d.Want(tt.says...)
	}
	d := open(t, tell(t, told{progress: history.Progress{Sure: history.Sure{Sure: tally(90, 100), Fast: tally(17, 20), Unsure: tally(1, 9)}}}), 80, 24)
	d.Keys("shift+tab")
	d.WantNot("fast you are wrong", "Your “unsure”", "No answer is marked")
}

func TestSurenessComparesTheModelWithWhatCame(t *testing.T) {
	fit := func(band int, n recall.Tally) (f recall.Fit) {
		f[band] = n
		return f
	}
	for _, tt := range []struct {
		fit  recall.Fit
		says []string
	}{
		{fit(0, tally(19, 19)), []string{"95 to 100 %", "of 19", "Too little to tell yet: it takes 1 more question asked again."}},
		{fit(2, tally(37, 42)), []string{"90 to 95 %", "88 %      of 42", "It expected 94 % and 88 % was right: you forget faster"}},
		{fit(3, tally(37, 40)), []string{"90 to 95 %", "It expected 91 % and 93 % was right: it knows you well."}},
		{fit(4, tally(36, 40)), []string{"80 to 90 %", "90 %      of 40"}},
		{fit(8, tally(36, 40)), []string{"70 to 80 %", "It expected 79 % and 90 % was right: you keep more"}},
		{fit(19, tally(20, 40)), []string{"less than 70 %", "50 %      of 40"}},
	} {
		d := open(t, tell(t, told{learner: recall.Learner{Fit: tt.fit}}), 80, 24)
		d.Keys("shift+tab")
		d.Want(tt.says...)
	}
}
