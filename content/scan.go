package content

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
	"unicode/utf8"
)

// scan reads JSON as Encode writes it, and reports whether it could. It is there
// for speed, as every start of the program reads the course: it goes over the
// text once and copies hardly any of it, where encoding/json takes several times
// as long. What Encode does not write it leaves to that package, errors too;
// what it does read, both read alike.
func scan(text string, d *document) bool {
	s := scanner{json: text}
	read := readerOf(reflect.TypeFor[document]())
	return utf8.ValidString(text) && read(&s, reflect.ValueOf(d).Elem()) && strings.Trim(text[s.at:], " \n") == ""
}

// scanner goes over a text. Its methods report whether what they look for stands
// where they have come to.
type scanner struct {
	json string
	at   int
}

// reader reads a value of one type.
type reader func(s *scanner, into reflect.Value) bool

var textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()

func readerOf(t reflect.Type) reader {
	switch kind := t.Kind(); {
	case reflect.PointerTo(t).Implements(textUnmarshaler):
		return (*scanner).named
	case kind == reflect.String:
		return (*scanner).str
	case kind == reflect.Int:
		return (*scanner).number
	case kind == reflect.Bool:
		return (*scanner).flag
	case kind == reflect.Slice:
		return listReader(t)
	case kind == reflect.Struct:
		return objectReader(t)
	}
	return func(*scanner, reflect.Value) bool { return false }
}

func listReader(t reflect.Type) reader {
	read, none := readerOf(t.Elem()), reflect.MakeSlice(t, 0, 0)
	return func(s *scanner, into reflect.Value) bool {
		into.Set(none)
		return s.items("[", "]", func() bool {
			n := into.Len()
			into.Grow(1)
			into.SetLen(n + 1)
			return read(s, into.Index(n))
		})
	}
}

func objectReader(t reflect.Type) reader {
	type field struct {
		index int
		read  reader
	}
	fields := make(map[string]field, t.NumField())
	for i := range t.NumField() {
		f := t.Field(i)
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
			fields[name] = field{i, readerOf(f.Type)}
		}
	}
	return func(s *scanner, into reflect.Value) bool {
		var seen uint64
		return s.items("{", "}", func() bool {
			key, ok := s.text()
			f, known := fields[key]
			if !ok || !known || seen&(1<<f.index) != 0 || !s.mark(":") {
				return false
			}
			seen |= 1 << f.index
			return f.read(s, into.Field(f.index))
		})
	}
}

// named reads a value that is written as a text and understands it itself.
func (s *scanner) named(into reflect.Value) bool {
	text, ok := s.text()
	return ok && into.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text)) == nil
}

func (s *scanner) str(into reflect.Value) bool {
	text, ok := s.text()
	into.SetString(text)
	return ok
}

func (s *scanner) flag(into reflect.Value) bool {
	into.SetBool(s.mark("true"))
	return into.Bool() || s.mark("false")
}

// number reads a whole number of few digits.
func (s *scanner) number(into reflect.Value) bool {
	s.mark("")
	start, n := s.at, int64(0)
	for s.at < len(s.json) && s.json[s.at] >= '0' && s.json[s.at] <= '9' {
		n = 10*n + int64(s.json[s.at]-'0')
		s.at++
	}
	into.SetInt(n)
	digits := s.at - start
	return digits > 0 && digits < 10 && (digits == 1 || s.json[start] != '0')
}

// mark passes over white space and then over a mark.
func (s *scanner) mark(m string) bool {
	for s.at < len(s.json) && (s.json[s.at] == ' ' || s.json[s.at] == '\n') {
		s.at++
	}
	if !strings.HasPrefix(s.json[s.at:], m) {
		return false
	}
	s.at += len(m)
	return true
}

// items reads what stands between two marks, with commas between the items.
func (s *scanner) items(open, shut string, item func() bool) bool {
	if !s.mark(open) {
		return false
	}
	if s.mark(shut) {
		return true
	}
	for item() {
		if s.mark(shut) {
			return true
		}
		if !s.mark(",") {
			return false
		}
	}
	return false
}

// text reads a text. One without escapes stays where it is.
func (s *scanner) text() (text string, ok bool) {
	if !s.mark(`"`) {
		return "", false
	}
	rest, escapes := s.json[s.at:], false
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == '"':
			quoted := s.json[s.at-1 : s.at+i+1]
			s.at += i + 1
			if escapes {
				return unescape(quoted)
			}
			return quoted[1 : len(quoted)-1], true
		case c == '\\':
			escapes = true
			i++
		case c < ' ':
			return "", false
		}
	}
	return "", false
}

// unescape reads a text in quotes.
func unescape(quoted string) (text string, ok bool) {
	var b strings.Builder
	b.Grow(len(quoted))
	rest := quoted[1 : len(quoted)-1]
	for {
		i := strings.IndexByte(rest, '\\')
		if i < 0 {
			b.WriteString(rest)
			return b.String(), true
		}
		b.WriteString(rest[:i])
		switch rest[i+1] {
		case 'n':
			b.WriteByte('\n')
		case '"', '\\':
			b.WriteByte(rest[i+1])
		default: // hardly ever
			ok = json.Unmarshal([]byte(quoted), &text) == nil
			return text, ok
		}
		rest = rest[i+2:]
	}
}
