// Command whose teaches the AWS Shared Responsibility Model in a terminal: on
// AWS, whose job is it?
package main

import (
	"os"

	"whose/ui/cli"
)

func main() { os.Exit(cli.Run(cli.Real())) }
