package theme_test

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"whose/model"
	"whose/ui/theme"
)

// coloured are the roles that have a colour of their own.
var coloured = []theme.Role{theme.AWS, theme.You, theme.Accent, theme.Right, theme.Wrong, theme.Dim}

// TestEveryRoleCanBeRead holds the contrast of each role to 5.5:1 on the
// backgrounds that dark and light terminals have: WCAG asks for 4.5.
func TestEveryRoleCanBeRead(t *testing.T) {
	for _, c := range []struct {
		dark        bool
		backgrounds []string
	}{
		{true, []string{"#000000", "#16181d", "#1e1e2e", "#282828", "#2e3440"}},
		{false, []string{"#ffffff", "#fdf6e3", "#fbf1c7"}},
	} {
		th := theme.New(c.dark, colorprofile.TrueColor)
		for _, r := range coloured {
			for _, bg := range c.backgrounds {
				if got := contrast(th.Color(r), lipgloss.Color(bg)); got < 5.5 {
					t.Errorf("%s on %s: %.2f to 1", r, bg, got)
				}
			}
		}
	}
}

// TestTheTwoPartiesStayApartForEveryEye simulates the three kinds of colour
// blindness: amber and blue must not run together in any. A distance of 20 in
// CIELAB is two clearly different colours.
func TestTheTwoPartiesStayApartForEveryEye(t *testing.T) {
	for _, dark := range []bool{true, false} {
		th := theme.New(dark, colorprofile.TrueColor)
		for name, see := range eyes {
			if d := distance(see(linear(th.Color(theme.AWS))), see(linear(th.Color(theme.You)))); d < 20 {
				t.Errorf("dark %v, %s: AWS and You are only %.0f apart", dark, name, d)
			}
		}
	}
}

func TestWithoutColourNothingIsPaintedButTheFocus(t *testing.T) {
	th := theme.New(true, colorprofile.ASCII)
	for _, r := range coloured {
		if got := th.Paint(r, "x"); got != "x" {
			t.Errorf("%s paints %q", r, got)
		}
	}
	if th.Paint(theme.Focus, "x") == "x" {
		t.Error("the focus is not in reverse video")
	}
}

func TestSixteenColoursKeepTheRolesApart(t *testing.T) {
	for _, dark := range []bool{true, false} {
		th := theme.New(dark, colorprofile.ANSI)
		seen := map[string]theme.Role{}
		for _, r := range coloured {
			look := th.Paint(r, "x")
			if other, taken := seen[look]; taken {
				t.Errorf("dark %v: %s looks like %s", dark, r, other)
			}
			seen[look] = r
		}
	}
}

func TestASCIIKeepsEveryWidth(t *testing.T) {
	text := "■ ● ■● — – ─ │ █ ░ › ‹ ✓ ✗ · … → ← ↑ ↓ ↔ × ★ ▸ ± “ ” ‘ ’ • ┃ | ━ ▲ ▼ ▀ ▄ └"
	got := theme.ASCII(text)
	if ansi.StringWidth(got) != ansi.StringWidth(text) {
		t.Errorf("%q is as wide as %q was not", got, text)
	}
	if i := strings.IndexFunc(got, func(r rune) bool { return r > 126 }); i >= 0 {
		t.Errorf("%q is no ASCII", got[i:])
	}
}

func TestSignsTellThePartiesApartWithoutColour(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range []model.Party{model.AWS, model.Customer, model.Shared, model.None} {
		sign := theme.PlainSign(p)
		if seen[sign] {
			t.Errorf("%s has the sign of another party", p)
		}
		seen[sign] = true
		if ansi.StringWidth(sign) != theme.SignWidth(p) {
			t.Errorf("%s: the sign is not %d wide", p, theme.SignWidth(p))
		}
	}
}

// contrast is WCAG's contrast ratio.
// Source: w3.org/TR/WCAG22, "contrast ratio".
func contrast(a, b color.Color) float64 {
	x, y := luminance(a)+0.05, luminance(b)+0.05
	return max(x, y) / min(x, y)
}

func luminance(c color.Color) float64 {
	v := linear(c)
	return 0.2126*v[0] + 0.7152*v[1] + 0.0722*v[2]
}

// linear is a colour in linear sRGB, 0 to 1.
func linear(c color.Color) (v [3]float64) {
	r, g, b, _ := c.RGBA()
	for i, x := range []uint32{r, g, b} {
		f := float64(x) / 0xffff
		if f <= 0.04045 {
			v[i] = f / 12.92
			continue
		}
		v[i] = math.Pow((f+0.055)/1.055, 2.4)
	}
	return v
}

// eyes turn a colour into what an eye sees that lacks one kind of cone.
// Source: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
// Simulation of Color Vision Deficiency", 2009, severity 1.
var eyes = map[string]func([3]float64) [3]float64{
	"all cones": func(v [3]float64) [3]float64 { return v },
	"protanopia": matrix([9]float64{
		0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
	}),
	"deuteranopia": matrix([9]float64{
		0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881,
	}),
	"tritanopia": matrix([9]float64{
		1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900,
	}),
}

func matrix(m [9]float64) func([3]float64) [3]float64 {
	return func(v [3]float64) (w [3]float64) {
		for i := range w {
			w[i] = min(max(m[3*i]*v[0]+m[3*i+1]*v[1]+m[3*i+2]*v[2], 0), 1)
		}
		return w
	}
}

// distance is how far two colours are apart in CIELAB (CIE76).
func distance(a, b [3]float64) float64 {
	p, q := lab(a), lab(b)
	return math.Sqrt(math.Pow(p[0]-q[0], 2) + math.Pow(p[1]-q[1], 2) + math.Pow(p[2]-q[2], 2))
}

func lab(v [3]float64) [3]float64 {
	x := (0.4124*v[0] + 0.3576*v[1] + 0.1805*v[2]) / 0.95047
	y := 0.2126*v[0] + 0.7152*v[1] + 0.0722*v[2]
	z := (0.0193*v[0] + 0.1192*v[1] + 0.9505*v[2]) / 1.08883
	f := func(t float64) float64 {
		if t > 0.008856 {
			return math.Cbrt(t)
		}
		return 7.787*t + 16.0/116
	}
	return [3]float64{116*f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))}
}
