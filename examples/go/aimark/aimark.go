// Package aimark labels pictures and texts as made by AI, and checks such labels, through the C library.
//
// Go memory crosses to C only as what cgo allows in every version of Go: a pointer that is itself an argument, to bytes
// that hold no pointers. An aimark_view is a struct with a pointer in it, so that small functions in C make it on their own
// side. No asset is copied on the way in. The functions used here keep nothing after they return; those that do
// (aimark_sign_pieces, aimark_prepare) need an asset that lies in C memory, of C.CBytes say, or pinned (Go 1.21).
package aimark

/*
#cgo pkg-config: aimark
#include <aimark.h>

static aimark_view view_of(const uint8_t *ptr, size_t len)
{
	aimark_view view = { ptr, len };
	return view;
}

static aimark_status go_signer_from_pem(const uint8_t *chain, size_t chain_len, const uint8_t *key, size_t key_len,
                                        aimark_signer **out, aimark_error *err)
{
	return aimark_signer_from_pem(view_of(chain, chain_len), view_of(key, key_len), out, err);
}

static aimark_status go_label_set(aimark_label *label, int32_t field, const uint8_t *text, size_t len, aimark_error *err)
{
	return aimark_label_set(label, field, view_of(text, len), err);
}

static aimark_status go_trust_add_pem(aimark_trust *trust, const uint8_t *pem, size_t len, aimark_error *err)
{
	return aimark_trust_add_pem(trust, view_of(pem, len), err);
}

static aimark_status go_set_media_type(aimark_options *options, const uint8_t *text, size_t len, aimark_error *err)
{
	return aimark_options_set_media_type(options, view_of(text, len), err);
}

static aimark_status go_sign(const aimark_signer *signer, const aimark_label *label, const aimark_options *options,
                             const uint8_t *asset, size_t len, aimark_buf **out, aimark_error *err)
{
	return aimark_sign(signer, label, options, view_of(asset, len), out, err);
}

static aimark_status go_verify(const aimark_trust *trust, const aimark_options *options, const uint8_t *asset, size_t len,
                               aimark_report **out, aimark_error *err)
{
	return aimark_verify(trust, options, view_of(asset, len), out, err);
}

static aimark_status go_report_json(const aimark_report *report, const uint8_t *name, size_t len, aimark_buf **out,
                                    aimark_error *err)
{
	return aimark_report_json(report, view_of(name, len), out, err);
}
*/
import "C"

import "unsafe"

// How content came to be.
const (
	Generated = int32(C.AIMARK_ORIGIN_GENERATED)
	Altered   = int32(C.AIMARK_ORIGIN_ALTERED)
)

// Error says why something could not be done. Decide by the status, which is one of AIMARK_E_... in aimark.h.
type Error struct {
	Status  int32
	Name    string // of the status
	Message string // for people
	Field   string // of the label, or the argument, that is at fault; empty when it is neither
	Offset  int64  // in the asset; -1 when the failure has no place
}

func (e *Error) Error() string { return e.Name + ": " + e.Message }

// Label is what gets signed. Origin must be stated, everything else may be empty.
type Label struct {
	Origin                                          int32
	System, SystemVersion, Provider, ProviderCode   string
	ContentID, ServiceID, DetectorURL               string
	Notice, NoticeLanguage, ReviewedBy, Responsible string
	Owner, RiskClass, Autonomy, Depicts             string
	NoticeShown, NoticeBox, NoticeContrast, Mining  string
}

// Signer has certificates and the key. Make it once, share it between goroutines, close it when none uses it any more.
type Signer struct{ signer *C.aimark_signer }

// Trust has the certificates that are accepted. Share and close it like a Signer.
type Trust struct{ trust *C.aimark_trust }

// Report is what an examination found out. Decide by Trusted; the rest is to be shown.
type Report struct {
	Trusted bool   // the only yes
	Status  int32  // AIMARK_OK, AIMARK_UNMARKED ... of aimark.h
	Verdict string // trusted, valid, invalid, foreign or unmarked
	JSON    string // all of it, of the shape of docs/report.schema.json
}

// NewSigner reads certificates, the signing one first, and an Ed25519 key. The caller's copy of the key stays the
// caller's to wipe.
func NewSigner(chainPEM, keyPEM []byte) (*Signer, error) {
	var made *C.aimark_signer
	err := call(func(e *C.aimark_error) C.aimark_status {
		return C.go_signer_from_pem(bytes(chainPEM), length(chainPEM), bytes(keyPEM), length(keyPEM), &made, e)
	})
	if err != nil {
		return nil, err
	}
	return &Signer{made}, nil
}

// Close wipes and frees the key. The signer cannot be used any more.
func (s *Signer) Close() {
	C.aimark_signer_free(s.signer)
	s.signer = nil
}

// Sign gives the labelled asset. The asset is not changed, and must not be while this runs. The media type may be empty
// but for texts that are not plain.
func (s *Signer) Sign(label Label, mediaType string, asset []byte) ([]byte, error) {
	stated, err := label.stated()
	if err != nil {
		return nil, err
	}
	defer C.aimark_label_free(stated)
	options, err := optionsFor(mediaType)
	if err != nil {
		return nil, err
	}
	defer C.aimark_options_free(options)
	var labelled *C.aimark_buf
	err = call(func(e *C.aimark_error) C.aimark_status {
		return C.go_sign(s.signer, stated, options, bytes(asset), length(asset), &labelled, e)
	})
	if err != nil {
		return nil, err
	}
	defer C.aimark_buf_free(labelled)
	return copied(C.aimark_buf_view(labelled)), nil
}

// NewTrust accepts the certificates of a PEM text.
func NewTrust(anchorsPEM []byte) (*Trust, error) {
	trust := C.aimark_trust_new()
	err := call(func(e *C.aimark_error) C.aimark_status {
		return C.go_trust_add_pem(trust, bytes(anchorsPEM), length(anchorsPEM), e)
	})
	if err != nil {
		C.aimark_trust_free(trust)
		return nil, err
	}
	return &Trust{trust}, nil
}

// Close frees the trust, which cannot be used any more.
func (t *Trust) Close() {
	C.aimark_trust_free(t.trust)
	t.trust = nil
}

// Verify examines an asset, which the report calls by a name. Whatever it finds out is a report; an error says that the
// asset could not be examined.
func (t *Trust) Verify(name, mediaType string, asset []byte) (*Report, error) {
	options, err := optionsFor(mediaType)
	if err != nil {
		return nil, err
	}
	defer C.aimark_options_free(options)
	var report *C.aimark_report
	err = call(func(e *C.aimark_error) C.aimark_status {
		status := C.go_verify(t.trust, options, bytes(asset), length(asset), &report, e)
		if status > 0 && status < 100 { // an answer: the report has it
			return C.AIMARK_OK
		}
		return status
	})
	if err != nil {
		return nil, err
	}
	defer C.aimark_report_free(report)
	var json *C.aimark_buf
	err = call(func(e *C.aimark_error) C.aimark_status {
		called := []byte(name)
		return C.go_report_json(report, bytes(called), length(called), &json, e)
	})
	if err != nil {
		return nil, err
	}
	defer C.aimark_buf_free(json)
	status := C.aimark_report_status(report)
	return &Report{
		Trusted: status == C.AIMARK_OK,
		Status:  int32(status),
		Verdict: C.GoString(C.aimark_report_verdict(report)),
		JSON:    string(copied(C.aimark_buf_view(json))),
	}, nil
}

// stated makes a label, which the caller frees.
func (l Label) stated() (*C.aimark_label, error) {
	label := C.aimark_label_new()
	err := call(func(e *C.aimark_error) C.aimark_status {
		status := C.aimark_label_set_origin(label, C.int32_t(l.Origin), e)
		for _, field := range []struct {
			number C.int32_t
			text   string
		}{
			{C.AIMARK_FIELD_SYSTEM, l.System},
			{C.AIMARK_FIELD_SYSTEM_VERSION, l.SystemVersion},
			{C.AIMARK_FIELD_PROVIDER, l.Provider},
			{C.AIMARK_FIELD_PROVIDER_CODE, l.ProviderCode},
			{C.AIMARK_FIELD_CONTENT_ID, l.ContentID},
			{C.AIMARK_FIELD_SERVICE_ID, l.ServiceID},
			{C.AIMARK_FIELD_DETECTOR_URL, l.DetectorURL},
			{C.AIMARK_FIELD_NOTICE, l.Notice},
			{C.AIMARK_FIELD_NOTICE_LANGUAGE, l.NoticeLanguage},
			{C.AIMARK_FIELD_REVIEWED_BY, l.ReviewedBy},
			{C.AIMARK_FIELD_RESPONSIBLE, l.Responsible},
			{C.AIMARK_FIELD_OWNER, l.Owner},
			{C.AIMARK_FIELD_RISK_CLASS, l.RiskClass},
			{C.AIMARK_FIELD_AUTONOMY, l.Autonomy},
			{C.AIMARK_FIELD_DEPICTS, l.Depicts},
			{C.AIMARK_FIELD_NOTICE_SHOWN, l.NoticeShown},
			{C.AIMARK_FIELD_NOTICE_BOX, l.NoticeBox},
			{C.AIMARK_FIELD_NOTICE_CONTRAST, l.NoticeContrast},
			{C.AIMARK_FIELD_MINING, l.Mining},
		} {
			if status == C.AIMARK_OK && field.text != "" {
				text := []byte(field.text)
				status = C.go_label_set(label, field.number, bytes(text), length(text), e)
			}
		}
		return status
	})
	if err != nil {
		C.aimark_label_free(label)
		return nil, err
	}
	return label, nil
}

// optionsFor makes options, which the caller frees.
func optionsFor(mediaType string) (*C.aimark_options, error) {
	options := C.aimark_options_new()
	err := call(func(e *C.aimark_error) C.aimark_status {
		said := []byte(mediaType)
		return C.go_set_media_type(options, bytes(said), length(said), e)
	})
	if err != nil {
		C.aimark_options_free(options)
		return nil, err
	}
	return options, nil
}

// call lends an error object to a call, whose only yes is AIMARK_OK.
func call(function func(*C.aimark_error) C.aimark_status) error {
	e := C.aimark_error_new()
	defer C.aimark_error_free(e)
	status := function(e)
	if status == C.AIMARK_OK {
		return nil
	}
	return &Error{
		Status:  int32(status),
		Name:    C.GoString(C.aimark_status_name(status)),
		Message: string(copied(C.aimark_error_message(e))),
		Field:   string(copied(C.aimark_error_field(e))),
		Offset:  int64(C.aimark_error_offset(e)),
	}
}

func bytes(data []byte) *C.uint8_t {
	if len(data) == 0 {
		return nil
	}
	return (*C.uint8_t)(unsafe.Pointer(&data[0]))
}

func length(data []byte) C.size_t { return C.size_t(len(data)) }

// copied takes what is the library's over to Go. C.GoBytes would do so up to 2 GiB only.
func copied(view C.aimark_view) []byte {
	return append([]byte(nil), unsafe.Slice((*byte)(view.ptr), int(view.len))...)
}
