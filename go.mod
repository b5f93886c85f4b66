module whose

go 1.26.0

require (
	charm.land/bubbles/v2 v2.2.1 // github.com/charmbracelet/bubbles, current major
	charm.land/bubbletea/v2 v2.0.10 // github.com/charmbracelet/bubbletea, current major; v2.1 does not build with the ultraviolet that the module proxy serves, so no `go get -u` here
	charm.land/glamour/v2 v2.0.1 // github.com/charmbracelet/glamour, current major
	charm.land/lipgloss/v2 v2.0.6 // github.com/charmbracelet/lipgloss, current major; never import its compat package: it can stop the start for seconds
	github.com/adrg/xdg v0.5.3 // where each system keeps data
	github.com/charmbracelet/colorprofile v0.4.3
	github.com/charmbracelet/ultraviolet v0.0.0-20260811164956-006e29f97886 // what bubbletea draws with; tests draw screens as it does
	github.com/charmbracelet/x/ansi v0.11.8
	github.com/charmbracelet/x/term v0.2.2
	github.com/creack/pty v1.1.24 // tests and benchmark: a real terminal for the real binary
	github.com/goccy/go-yaml v1.19.2 // its syntax tree has line and column of everything, for faults in a course
	github.com/hinshun/vt10x v0.0.0-20220301184237-5011da428d02 // tests: the terminal emulator
	github.com/pierrec/lz4/v4 v4.1.33 // the course in the binary: 0.9 MB less for 0.6 ms of the start; flate takes 7 ms
	github.com/rogpeppe/go-internal v1.16.0 // tests: testscript
	github.com/spf13/cobra v1.10.2 // the commands
	github.com/yuin/goldmark v1.7.8 // glamour's own parser, for a lesson's blocks and links
	modernc.org/sqlite v1.60.1 // SQLite without cgo; from v1.61 on `go mod tidy` fails on a pseudo-version
	pgregory.net/rapid v1.3.0 // tests: properties
)

require (
	github.com/alecthomas/chroma/v2 v2.14.0 // indirect
	github.com/atotto/clipboard v0.1.4 // indirect
	github.com/aymerick/douceur v0.2.0 // indirect
	github.com/charmbracelet/x/exp/slice v0.0.0-20250327172914-2fdc97757edf // indirect
	github.com/charmbracelet/x/termios v0.1.1 // indirect
	github.com/charmbracelet/x/windows v0.2.2 // indirect
	github.com/clipperhouse/displaywidth v0.11.0 // indirect
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/dlclark/regexp2 v1.11.0 // indirect
	github.com/dustin/go-humanize v1.0.1 // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/gorilla/css v1.0.1 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/lucasb-eyer/go-colorful v1.4.1 // indirect
	github.com/mattn/go-isatty v0.0.24 // indirect
	github.com/mattn/go-runewidth v0.0.31 // indirect; not below v0.0.28, which costs 18 ms before main
	github.com/microcosm-cc/bluemonday v1.0.27 // indirect
	github.com/muesli/cancelreader v0.2.2 // indirect
	github.com/ncruces/go-strftime v1.0.0 // indirect
	github.com/remyoudompheng/bigfft v0.0.0-20230129092748-24d4a6f8daec // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/spf13/pflag v1.0.9 // indirect
	github.com/xo/terminfo v0.0.0-20220910002029-abceb7e1c41e // indirect
	github.com/yuin/goldmark-emoji v1.0.5 // indirect
	golang.org/x/net v0.59.0 // indirect
	golang.org/x/sync v0.23.0 // indirect
	golang.org/x/sys v0.48.0 // indirect
	golang.org/x/text v0.42.0 // indirect
	golang.org/x/tools v0.50.0 // indirect
	modernc.org/libc v1.77.1 // indirect
	modernc.org/mathutil v1.7.1 // indirect
	modernc.org/memory v1.12.1 // indirect
)
