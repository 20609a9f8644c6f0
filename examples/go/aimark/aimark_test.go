package aimark

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// read takes a file of the identity of the tests, which lies where AIMARK_IDENTITY says.
func read(t *testing.T, name string) []byte {
	t.Helper()
	folder, set := os.LookupEnv("AIMARK_IDENTITY")
	if !set {
		t.Skip("AIMARK_IDENTITY is not set")
	}
	bytes, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return bytes
}

func identity(t *testing.T) (*Signer, *Trust) {
	t.Helper()
	signer, err := NewSigner(read(t, "chain.pem"), read(t, "key.pem"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(signer.Close)
	trust, err := NewTrust(read(t, "root.pem"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(trust.Close)
	return signer, trust
}

func TestGoroutinesShareASigner(t *testing.T) {
	signer, trust := identity(t)
	picture := read(t, "dot.png")
	label := Label{Origin: Altered, System: "Kandinsky", SystemVersion: "5.0", Responsible: "ACME News"}
	var all sync.WaitGroup
	for i := 0; i < 32; i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			labelled, err := signer.Sign(label, "", picture)
			if err != nil {
				t.Error(err)
				return
			}
			report, err := trust.Verify("dot.png", "", labelled)
			if err != nil || !report.Trusted || !strings.Contains(report.JSON, `"responsible":"ACME News"`) {
				t.Error(report, err)
			}
		}()
	}
	all.Wait()
}

func TestAnswersAreNoErrors(t *testing.T) {
	signer, trust := identity(t)
	labelled, err := signer.Sign(Label{Origin: Generated}, "text/markdown", []byte("# Hello\n"))
	if err != nil {
		t.Fatal(err)
	}
	for asset, verdict := range map[string]string{
		"":                     "unmarked",
		string(labelled):       "trusted",
		string(labelled) + "x": "invalid",
	} {
		report, err := trust.Verify("", "text/markdown", []byte(asset))
		if err != nil || report.Verdict != verdict || report.Trusted != (verdict == "trusted") {
			t.Error(report, err, verdict)
		}
	}
}

func TestErrorsSayWhatIsAtFault(t *testing.T) {
	signer, trust := identity(t)
	picture := read(t, "dot.png")
	_, field := signer.Sign(Label{Origin: Generated, Provider: "a\x1b"}, "", picture)
	_, origin := signer.Sign(Label{}, "", picture)
	_, mediaType := signer.Sign(Label{Origin: Generated}, "video/mp4", picture)
	_, cut := trust.Verify("", "", picture[:30])
	_, key := NewSigner(read(t, "chain.pem"), nil)
	_, anchor := NewTrust(nil)
	for _, wanted := range []struct {
		err         error
		name, field string
		offset      int64
	}{
		{field, "AIMARK_E_FIELD", "provider", -1},
		{origin, "AIMARK_E_ARGUMENT", "origin", -1},
		{mediaType, "AIMARK_E_MEDIA_TYPE", "media_type", -1},
		{cut, "AIMARK_E_MALFORMED", "", 8},
		{key, "AIMARK_E_KEY", "", -1},
		{anchor, "AIMARK_E_CERTIFICATE", "", -1},
	} {
		var e *Error
		if !errors.As(wanted.err, &e) || e.Name != wanted.name || e.Field != wanted.field || e.Offset != wanted.offset {
			t.Errorf("%#v, not %v", wanted.err, wanted)
		}
	}
}
