// Package model is the vocabulary of whose: parties, layers, services, cells,
// objectives, lessons, questions and the course that holds them. It does no
// I/O and imports nothing else of this module.
package model

import "fmt"

// Party is who is responsible for a cell of the matrix. Its zero value is no
// party at all, so that a forgotten one cannot pass for an answer.
type Party uint8

// The parties. None means that the service has no such layer.
const (
	AWS Party = iota + 1
	Customer
	Shared
	None
)

var partyNames = map[Party]string{AWS: "aws", Customer: "customer", Shared: "shared", None: "none"}

// ParseParty reads a party as the course files spell it: aws, customer, shared
// or none.
func ParseParty(s string) (Party, error) {
	for p, name := range partyNames {
		if s == name {
			return p, nil
		}
	}
	return 0, fmt.Errorf("%q is no party: use aws, customer, shared or none", s)
}

// String spells the party as the course files do.
func (p Party) String() string {
	if name, ok := partyNames[p]; ok {
		return name
	}
	return "no party"
}

// Valid reports whether p is one of the four parties.
func (p Party) Valid() bool { return p >= AWS && p <= None }

// OneSided reports whether p is a side that a two-way question can mean: AWS or
// the customer.
func (p Party) OneSided() bool { return p == AWS || p == Customer }

// MarshalText writes the party as the course files spell it.
func (p Party) MarshalText() ([]byte, error) {
	if !p.Valid() {
		return nil, fmt.Errorf("party %d is no party", uint8(p))
	}
	return []byte(p.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (p *Party) UnmarshalText(text []byte) (err error) {
	*p, err = ParseParty(string(text))
	return err
}

// Basis says how a cell's party is known.
type Basis uint8

// A stated party is in AWS's own words on the source page; an inferred one is
// AWS's rule applied to this layer.
const (
	Stated Basis = iota + 1
	Inferred
)

// ParseBasis reads stated or inferred.
func ParseBasis(s string) (Basis, error) {
	switch s {
	case "stated":
		return Stated, nil
	case "inferred":
		return Inferred, nil
	}
	return 0, fmt.Errorf("%q is no basis: use stated or inferred", s)
}

// String spells the basis as the course files do.
func (b Basis) String() string {
	switch b {
	case Stated:
		return "stated"
	case Inferred:
		return "inferred"
	}
	return "no basis"
}

// MarshalText writes the basis as the course files spell it.
func (b Basis) MarshalText() ([]byte, error) {
	if b != Stated && b != Inferred {
		return nil, fmt.Errorf("basis %d is no basis", uint8(b))
	}
	return []byte(b.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (b *Basis) UnmarshalText(text []byte) (err error) {
	*b, err = ParseBasis(string(text))
	return err
}
