package stack_test

import (
	"strings"
	"testing"

	"whose/model"
	"whose/ui/screen"
	"whose/ui/screen/stack"
	"whose/ui/uitest"
)

// moving is a stack whose line moves, alone, so that its frames can be seen one
// by one.
func moving(t *testing.T, service model.ServiceID) *stack.Stack {
	t.Helper()
	deps := uitest.Deps(t)
	deps.Env.Motion = true
	s := stack.New(deps, service)
	s.Update(screen.Resized{W: 80, H: 23})
	return s
}

// lineAt is how many lines of the view stand above the line.
func lineAt(t *testing.T, s *stack.Stack) int {
	t.Helper()
	for i, l := range strings.Split(s.View(80, 23), "\n") {
		if strings.Contains(l, "AWS: security of the cloud") || strings.Contains(l, ": security of the cloud ") {
			return i
		}
	}
	t.Fatalf("there is no line:\n%s", s.View(80, 23))
	return 0
}

func TestTheLineMovesARowAFrame(t *testing.T) {
	s := moving(t, "ec2")
	from := lineAt(t, s)
	cmd := s.Update(uitest.Key("right"))
	for want := from; want > from-2; want-- {
		if got := lineAt(t, s); got != want {
			t.Errorf("the line is at %d, want %d", got, want)
		}
		if cmd == nil {
			t.Fatal("no frame follows")
		}
		cmd = s.Update(cmd())
	}
	if got := lineAt(t, s); got != from-2 || cmd != nil {
		t.Errorf("the line ends at %d, want %d; more to come: %v", got, from-2, cmd != nil)
	}
}

func TestALayerChangesHandsAsTheLinePassesIt(t *testing.T) {
	s := moving(t, "ec2")
	cmd := s.Update(uitest.Key("right"))
	owner := func(layer string) string {
		for _, l := range strings.Split(s.View(80, 23), "\n") {
			if strings.Contains(l, layer) && !strings.Contains(l, "──") {
				return l[max(0, len(l)-20):]
			}
		}
		return ""
	}
	if got := owner("Guest OS patching"); !strings.Contains(got, "You") {
		t.Errorf("before the line has passed it is %q", got)
	}
	cmd = s.Update(cmd())
	if got := owner("Guest OS patching"); !strings.Contains(got, "AWS") {
		t.Errorf("after the line has passed it is %q", got)
	}
	if got := owner("Guest OS hardening"); !strings.Contains(got, "You") {
		t.Errorf("before the line has passed it is %q", got)
	}
	s.Update(cmd())
	if got := owner("Guest OS hardening"); !strings.Contains(got, "AWS") {
		t.Errorf("after the line has passed it is %q", got)
	}
}

func TestAKeyFinishesTheMoveAndIsHandledAtOnce(t *testing.T) {
	s := moving(t, "ec2")
	there := lineAt(t, moving(t, "rds"))
	frame := s.Update(uitest.Key("right"))
	s.Update(uitest.Key("up"))
	if got := lineAt(t, s); got != there {
		t.Errorf("the line is at %d, want %d", got, there)
	}
	if view := s.View(80, 23); !strings.Contains(view, "RDS · Guest OS hardening") {
		t.Errorf("the key was lost:\n%s", view)
	}
	back := s.Update(uitest.Key("left"))
	s.Update(frame()) // of the move that was cut short
	if got := lineAt(t, s); got != there {
		t.Errorf("an old frame moves the line to %d", got)
	}
	if back == nil {
		t.Error("the way back has no frames")
	}
}

func TestWithoutMotionTheLineIsThereAtOnce(t *testing.T) {
	s := stack.New(uitest.Deps(t), "ec2")
	s.Update(screen.Resized{W: 80, H: 23})
	if cmd := s.Update(uitest.Key("right")); cmd != nil {
		t.Error("there are frames")
	}
	if got, want := lineAt(t, s), lineAt(t, stack.New(uitest.Deps(t), "rds")); got != want {
		t.Errorf("the line is at %d, want %d", got, want)
	}
}
