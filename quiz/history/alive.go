package history

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"runtime"
	"syscall"
)

// processAlive reports whether the system has a process of that number. It may
// be another program by now; then the learner is asked once too often whether
// to take over.
func processAlive(pid int) bool {
	if pid <= 0 {
		return false
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer func() { _ = p.Release() }() // nothing to do about it, and nothing is lost
	if runtime.GOOS == "windows" {
		return true // there FindProcess finds only what runs, and there is no signal 0
	}
	err = p.Signal(syscall.Signal(0))
	return (err == nil || errors.Is(err, os.ErrPermission)) && !isZombie(pid)
}

// isZombie reports whether a process has ended and only its parent does not know
// yet: signal 0 still reaches it. Linux tells; elsewhere the answer is no.
func isZombie(pid int) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return false
	}
	// The state follows the name in brackets, which may hold brackets of its own.
	after := bytes.LastIndexByte(stat, ')')
	return after >= 0 && bytes.HasPrefix(stat[after:], []byte(") Z"))
}
