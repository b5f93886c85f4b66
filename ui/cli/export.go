package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"whose/content"
)

func newExport(sys System) *cobra.Command {
	export := &cobra.Command{
		Use:   "export",
		Short: "Write the course for other programs",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usage("export to what? There is: whose export json")
		},
	}
	export.AddCommand(&cobra.Command{
		Use:   "json",
		Short: "Write the whole course as JSON",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			course, err := builtIn()
			if err != nil {
				return err
			}
			text, err := content.Encode(course)
			if err != nil {
				return failure{exitFailed, err}
			}
			if _, err := sys.Stdout.Write(text); err != nil {
				return failure{exitFailed, fmt.Errorf("writing the course: %w", err)}
			}
			return nil
		},
	})
	return export
}
