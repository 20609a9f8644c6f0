// Labels a picture or text, and checks what came of it:
//
//	sign chain.pem key.pem anchor.pem input output
//
// chain.pem and key.pem are a signing identity ("aimark identity show" says where yours is), anchor.pem is the certificate
// to accept.
package main

import (
	"fmt"
	"os"

	"aimark.example/sign/aimark"
)

func main() {
	if len(os.Args) != 6 {
		fmt.Fprintf(os.Stderr, "usage: %s chain.pem key.pem anchor.pem input output\n", os.Args[0])
		os.Exit(2)
	}
	trusted, err := run(os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	if !trusted {
		os.Exit(1)
	}
}

func run(chain, key, anchor, input, output string) (bool, error) {
	var files [4][]byte
	for i, path := range []string{chain, key, anchor, input} {
		var err error
		if files[i], err = os.ReadFile(path); err != nil {
			return false, err
		}
	}

	// Once, for as many signatures as you like, in as many goroutines as you like.
	signer, err := aimark.NewSigner(files[0], files[1])
	if err != nil {
		return false, err
	}
	defer signer.Close()
	trust, err := aimark.NewTrust(files[2])
	if err != nil {
		return false, err
	}
	defer trust.Close()

	// For each picture.
	label := aimark.Label{Origin: aimark.Generated, System: "Kandinsky"}
	labelled, err := signer.Sign(label, "", files[3])
	if err != nil {
		return false, err
	}
	if err := os.WriteFile(output, labelled, 0o644); err != nil {
		return false, err
	}

	report, err := trust.Verify(output, "", labelled)
	if err != nil {
		return false, err
	}
	fmt.Printf("%s: %s\n", output, report.Verdict)
	return report.Trusted, nil
}
