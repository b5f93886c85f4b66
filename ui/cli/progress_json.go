package cli

import (
	"time"

	"whose/quiz/recall"
)

// The report is what `whose progress --json` prints. Its names and meanings are
// promised in docs/progress.md: add to it, never change it.
type report struct {
	Course     string            `json:"course"`
	Version    string            `json:"version"`
	Today      string            `json:"today"`
	Exam       *string           `json:"exam"`
	Readiness  reportReadiness   `json:"readiness"`
	Tasks      []reportStanding  `json:"tasks"`
	Objectives []reportStanding  `json:"objectives"`
	Due        reportDue         `json:"due"`
	Days       []reportDay       `json:"days"`
	History    []reportReadyDay  `json:"readiness_by_day"`
	Sure       reportSure        `json:"sure"`
	Confusions []reportConfusion `json:"confusions"`
}

type reportReadiness struct {
	Share   *float64 `json:"share"`
	Margin  *float64 `json:"margin"`
	Missing int      `json:"missing"`
}

type reportStanding struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Share *float64 `json:"share"`
	Asked int      `json:"asked"`
	Total int      `json:"total"`
	Due   int      `json:"due"`
}

type reportDue struct {
	Today   int     `json:"today"`
	New     int     `json:"new"`
	Minutes float64 `json:"minutes"`
	Waiting int     `json:"waiting"`
}

type reportDay struct {
	Day      string  `json:"day"`
	Answered int     `json:"answered"`
	Right    int     `json:"right"`
	Minutes  float64 `json:"minutes"`
}

type reportReadyDay struct {
	Day    string  `json:"day"`
	Share  float64 `json:"share"`
	Margin float64 `json:"margin"`
}

type reportTally struct {
	Answered int `json:"answered"`
	Right    int `json:"right"`
}

type reportSure struct {
	Unsure reportTally `json:"unsure"`
	Sure   reportTally `json:"sure"`
	Fast   reportTally `json:"fast"`
}

type reportConfusion struct {
	Took  string `json:"took"`
	For   string `json:"for"`
	Times int    `json:"times"`
}

func (st standing) report() report {
	r := report{
		Course: st.course.ID(), Version: st.course.Version(), Today: st.today.String(),
		Readiness:  reportReadiness{st.known(st.ready.Share), st.known(st.ready.Margin), st.ready.Missing},
		Tasks:      []reportStanding{},
		Objectives: []reportStanding{},
		Due:        reportDue{st.plan.Today.Due, st.plan.Today.New, st.plan.Today.Time.Minutes(), st.plan.Backlog},
		Days:       []reportDay{},
		History:    []reportReadyDay{},
		Sure:       reportSure{tally(st.progress.Sure.Unsure), tally(st.progress.Sure.Sure), tally(st.progress.Sure.Fast)},
		Confusions: []reportConfusion{},
	}
	if exam := st.learner.Exam.String(); exam != "" {
		r.Exam = &exam
	}
	for _, t := range st.ready.Tasks {
		task, _ := st.course.Task(t.ID)
		r.Tasks = append(r.Tasks, reportStanding{string(t.ID), task.Name, st.known(t.Share), t.Seen, t.Total, t.Due})
	}
	for _, o := range st.ready.Objectives {
		objective, _ := st.course.Objective(o.ID)
		r.Objectives = append(r.Objectives, reportStanding{string(o.ID), objective.Text, st.known(o.Share), o.Seen, o.Total, o.Due})
	}
	for _, d := range st.progress.Days {
		r.Days = append(r.Days, reportDay{d.Day.String(), d.Answered, d.Right, d.Time.Round(time.Second).Minutes()})
	}
	for _, d := range st.progress.Readiness {
		r.History = append(r.History, reportReadyDay{d.Day.String(), d.Share, d.Margin})
	}
	for _, c := range st.progress.Confusions {
		r.Confusions = append(r.Confusions, reportConfusion{string(c.Took), string(c.For), c.Times})
	}
	return r
}

// known is a share, nil as long as too little was answered to tell.
func (st standing) known(share float64) *float64 {
	if st.ready.Missing > 0 {
		return nil
	}
	return &share
}

func tally(t recall.Tally) reportTally { return reportTally{t.Answered, t.Right} }
