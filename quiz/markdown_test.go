package quiz_test

import (
	"errors"
	"strings"
	"testing"

	"whose/quiz"
)

func TestWriteMarkdown(t *testing.T) {
	c := course(t)
	where, err := quiz.Make(c, quiz.Spec{
		Drill: &quiz.DrillSpec{Kind: quiz.Move, Service: "ec2", To: "rds", Side: 1},
		Order: []string{"guest-os", "data", "hardening", "identity", "firewall"}, Right: []string{"guest-os", "hardening"},
	})
	if err != nil {
		t.Fatal(err)
	}
	asked, err := quiz.Make(c, quiz.Spec{Question: "os", Revision: 1, Order: []string{"host", "GUEST", "q", "p"}, Right: []string{"GUEST"}})
	if err != nil {
		t.Fatal(err)
	}
	asked.Options[0].Text = "*Not* <b>the</b>\n# host"
	var got strings.Builder
	if err := quiz.WriteMarkdown(&got, c, "A quiz", 42, []quiz.Prompt{asked, where}); err != nil {
		t.Fatal(err)
	}
	want := `# A quiz

A course · version 1 · seed 42 · 2 questions

1. Stem of os?

   - A. \*Not\* \<b>the\</b> # host
   - B. Text of GUEST
   - C. Text of q
   - D. Text of p

2. Your company moves from Amazon EC2 to Amazon RDS. What becomes AWS's job? (Select TWO.)

   - A. Patching the guest operating system
   - B. Classifying the data
   - C. Hardening the guest operating system
   - D. Deciding who may use it
   - E. Deciding which traffic may get in

## Key

1. **B**

   - A. Reason of host
   - B. Reason of GUEST
   - C. Reason of q
   - D. Reason of p
   - <https://docs.aws.amazon.com/os>

2. **A, C**

   - A. It becomes AWS's job. This is why, on RDS, guest-os is so.
   - B. It stays yours. This is why, on RDS, data is so.
   - C. It becomes AWS's job. This is why, on RDS, hardening is so.
   - D. It stays yours. This is why, on RDS, identity is so.
   - E. It stays yours. This is why, on RDS, firewall is so.
   - <https://docs.aws.amazon.com/rds>
`
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk is full") }

func TestWriteMarkdownReportsAFailingWriter(t *testing.T) {
	c := course(t)
	if err := quiz.WriteMarkdown(broken{}, c, "A quiz", 1, nil); err == nil || !strings.Contains(err.Error(), "disk is full") {
		t.Errorf("%v, want the writer's error", err)
	}
}

func TestAPaperOfOneQuestionSaysSo(t *testing.T) {
	c := course(t)
	var got strings.Builder
	if err := quiz.WriteMarkdown(&got, c, "A quiz", 42, checks(c)[:1]); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(got.String(), "· 1 question\n") {
		t.Errorf("it begins %.80q", got.String())
	}
}
