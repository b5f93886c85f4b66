package content_test

import (
	"strings"
	"testing"

	"whose/content"
)

// The words of the course must lead people to the cell they mean.
func TestWordsOfTheCourseFindItsCells(t *testing.T) {
	tests := []struct{ words, cells string }{
		{"rds patching", "rds/guest-os-patching rds/platform-patching"},
		{"rds os patching", "rds/guest-os-patching"},
		{"rds engine", "rds/platform-patching"},
		{"guest-os-patching rds", "rds/guest-os-patching"},
		{"who patches the os on ec2", "ec2/guest-os-patching"},
		{"s3 public access", "s3/firewall"},
		{"s3 bucket policy", "s3/identity"},
		{"ec2 security groups", "ec2/firewall"},
		{"lambda runtime", "lambda/platform-patching"},
		{"lambda code", "lambda/application"},
		{"dynamodb encryption at rest", "dynamodb/encryption-at-rest"},
		{"rds tls", "rds/encryption-in-transit"},
		{"s3 encryption", "s3/encryption-at-rest s3/encryption-in-transit"},
		{"hypervisor ec2", "ec2/host"},
		{"who destroys the disks of ec2", "ec2/hardware"},
		{"ec2 data centre", "ec2/physical"},
		{"rds backups", "rds/backup"},
		{"cloudtrail s3", "s3/logging"},
		{"fargate hardening", "fargate/guest-os-hardening"},
	}
	course, err := content.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		var found []string
		for _, ref := range course.Matrix().Find(test.words).Cells {
			found = append(found, ref.String())
		}
		if got := strings.Join(found, " "); got != test.cells {
			t.Errorf("%q finds %q, want %q", test.words, got, test.cells)
		}
	}
}

// Every cell is found by its own names.
func TestEveryCellIsFoundByItsNames(t *testing.T) {
	course, err := content.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	m := course.Matrix()
	for _, c := range m.Cells() {
		service, _ := m.Service(c.Service)
		layer, _ := m.Layer(c.Layer)
		for _, words := range []string{c.Ref().String(), layer.Name + " " + service.Name} {
			if got := m.Find(words).Cells; len(got) != 1 || got[0] != c.Ref() {
				t.Errorf("%q finds %v, want only %v", words, got, c.Ref())
			}
		}
	}
}
