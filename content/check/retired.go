package check

import (
	"regexp"
	"strings"
)

// rename is a name that AWS no longer uses.
type rename struct {
	old   *regexp.Regexp
	today []string // what explains it: any of these
}

func renames() []rename {
	name := func(old string, today ...string) rename {
		return rename{regexp.MustCompile(`\b(?:` + strings.ReplaceAll(old, " ", `\s+`) + `)\b`), today}
	}
	return []rename{
		name("AWS Single Sign-On|AWS SSO", "Identity Center"),
		name("CloudWatch Events", "EventBridge"),
		name("(?:Amazon )?Elasticsearch Service", "OpenSearch"),
		name("Kinesis(?: Data)? Firehose", "Amazon Data Firehose"),
		name("(?:Amazon )?Inspector Classic", "Inspector"),
		name("(?:AWS )?Personal Health Dashboard", "Health Dashboard"),
		name("(?:AWS )?Server Migration Service", "Application Migration Service", "Transform"),
		name("AWS Forums|AWS (?:Developer|Discussion) Forums", "re:Post"),
		name("AWS Abuse [Tt]eam|abuse@amazonaws\\.com", "Trust & Safety"),
		name("Aurora Serverless v1", "Serverless v2"),
		name("AppStream 2\\.0", "WorkSpaces Applications"),
		name("WorkSpaces Web", "Secure Browser"),
	}
}

func retiredName() Rule {
	return Rule{
		"retired-name", "A name that AWS has given up stands only where the same paragraph of a lesson, the same question or the same text of another file also has today's name.",
		func(c course) {
			all := renames()
			for _, t := range c.Glossary() {
				checkNames(c, passage{text: t.Term + ": " + t.Text, at: c.places.Terms[t.ID]}, all)
			}
			for _, p := range c.passages() {
				checkNames(c, p, all)
			}
		},
	}
}

func checkNames(c course, p passage, all []rename) {
	for _, r := range all {
		for _, at := range r.old.FindAllStringIndex(p.text, -1) {
			around := p.whole
			if around == "" {
				around = paragraph(p.text, at[0])
			}
			if !r.explained(around) {
				c.report(p.place(at[0]), "%q is no longer a name of AWS's: say %s", strings.Join(strings.Fields(p.text[at[0]:at[1]]), " "), r.today[0])
			}
		}
	}
}

// explained reports whether a text has today's name, too.
func (r rename) explained(text string) bool {
	rest := strings.Join(strings.Fields(r.old.ReplaceAllString(text, "")), " ")
	for _, name := range r.today {
		if strings.Contains(rest, name) {
			return true
		}
	}
	return false
}

// paragraph is what stands between the blank lines around an offset.
func paragraph(text string, offset int) string {
	start := strings.LastIndex(text[:offset], "\n\n") + 1
	end := strings.Index(text[offset:], "\n\n")
	if end < 0 {
		return text[start:]
	}
	return text[start : offset+end]
}
