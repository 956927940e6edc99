/// @file codecs.h
/// Text from bytes and bytes from text.
///
/// `encoding` NULL means UTF-8. `errors` names what is done with what does not fit: NULL or "strict" (which raises
/// UnicodeDecodeError or UnicodeEncodeError), "ignore", "replace", "surrogateescape", "surrogatepass", "backslashreplace",
/// "xmlcharrefreplace". An unknown encoding or handler is a LookupError. Sizes are bytes.
#ifndef BATON_CODECS_H
#define BATON_CODECS_H

#include "unicode.h"

BT_BEGIN_DECLS

/// Return "utf-8". Mirrors: PyUnicode_GetDefaultEncoding.
BT_API const char *BtUnicode_GetDefaultEncoding(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

/// Decode `size` bytes. Mirrors: PyUnicode_Decode.
BT_API BtObject *BtUnicode_Decode(const char *bytes, Bt_ssize_t size, const char *encoding, const char *errors)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Decode bytes, a bytearray or another object with a buffer; a str is a TypeError. Mirrors:
/// PyUnicode_FromEncodedObject.
BT_API BtObject *BtUnicode_FromEncodedObject(BtObject *object, const char *encoding, const char *errors)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Encode text to bytes. Mirrors: PyUnicode_AsEncodedString.
BT_API BtObject *BtUnicode_AsEncodedString(BtObject *text, const char *encoding, const char *errors)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

// Decoding by name. Errors: NULL with UnicodeDecodeError. The stateful ones, with `consumed` not NULL, stop before an
// incomplete sequence at the end and say how many bytes they took. `*byteorder`: -1 little-endian, 1 big-endian, 0 by the
// byte order mark, or else the machine's; set to what was used.
// Mirrors: PyUnicode_Decode….
BT_API BtObject *BtUnicode_DecodeUTF8(const char *bytes, Bt_ssize_t size, const char *errors)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_DecodeASCII(const char *bytes, Bt_ssize_t size, const char *errors)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_DecodeLatin1(const char *bytes, Bt_ssize_t size, const char *errors)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_DecodeUnicodeEscape(const char *bytes, Bt_ssize_t size, const char *errors)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_DecodeRawUnicodeEscape(const char *bytes, Bt_ssize_t size, const char *errors)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_DecodeUTF8Stateful(
    const char *bytes, Bt_ssize_t size, const char *errors, Bt_ssize_t *consumed)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_DecodeUTF16(const char *bytes, Bt_ssize_t size, const char *errors, int *byteorder)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_DecodeUTF16Stateful(
    const char *bytes, Bt_ssize_t size, const char *errors, int *byteorder, Bt_ssize_t *consumed)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_DecodeUTF32(const char *bytes, Bt_ssize_t size, const char *errors, int *byteorder)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_DecodeUTF32Stateful(
    const char *bytes, Bt_ssize_t size, const char *errors, int *byteorder, Bt_ssize_t *consumed)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

// Encoding by name, strictly, to bytes. UTF-16 and UTF-32 begin with a byte order mark. Errors: NULL with
// UnicodeEncodeError. Mirrors: PyUnicode_As…String.
BT_API BtObject *BtUnicode_AsUTF8String(BtObject *text) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_AsASCIIString(BtObject *text) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_AsLatin1String(BtObject *text) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_AsUTF16String(BtObject *text) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_AsUTF32String(BtObject *text) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_AsUnicodeEscapeString(BtObject *text) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_AsRawUnicodeEscapeString(BtObject *text)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

// The encoding of file names and of the locale: UTF-8 with "surrogateescape", so that any bytes survive the round trip.

/// Decode file name bytes. Mirrors: PyUnicode_DecodeFSDefaultAndSize, PyUnicode_DecodeFSDefault.
BT_API BtObject *BtUnicode_DecodeFSDefaultAndSize(const char *bytes, Bt_ssize_t size)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_DecodeFSDefault(const char *bytes) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Encode a file name to bytes. Mirrors: PyUnicode_EncodeFSDefault.
BT_API BtObject *BtUnicode_EncodeFSDefault(BtObject *text) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Convert a path (str, bytes or an object with __fspath__) to bytes: a converter for the `O&` unit.
///
/// Ownership: `*(BtObject **)result` gets a new reference. Called with `path` NULL it drops that one.
/// Errors:    0 with TypeError or ValueError (a 0 within); else 1, or Bt_CLEANUP_SUPPORTED (args.h).
/// Mirrors:   PyUnicode_FSConverter.
BT_API int BtUnicode_FSConverter(BtObject *path, void *result) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);

/// Like BtUnicode_FSConverter, to str. Mirrors: PyUnicode_FSDecoder.
BT_API int BtUnicode_FSDecoder(BtObject *path, void *result) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);

/// Decode or encode in the encoding of the locale, which is UTF-8 here. `errors`: "strict" or "surrogateescape".
/// Mirrors: PyUnicode_DecodeLocaleAndSize, PyUnicode_DecodeLocale, PyUnicode_EncodeLocale.
BT_API BtObject *BtUnicode_DecodeLocaleAndSize(const char *bytes, Bt_ssize_t size, const char *errors)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_DecodeLocale(const char *bytes, const char *errors)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_EncodeLocale(BtObject *text, const char *errors)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

// Codecs by name, from an object to an object: str to bytes, and bytes-like to str. The encodings are those of str.encode.

/// Encode a str: bytes. Errors: NULL with LookupError, TypeError or UnicodeError. Mirrors: PyCodec_Encode.
BT_API BtObject *BtCodec_Encode(BtObject *object, const char *encoding, const char *errors)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Decode an object with a buffer: str. Errors: as BtCodec_Encode. Mirrors: PyCodec_Decode.
BT_API BtObject *BtCodec_Decode(BtObject *object, const char *encoding, const char *errors)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Say whether there is an encoding of this name. Mirrors: PyCodec_KnownEncoding.
BT_API int BtCodec_KnownEncoding(const char *encoding) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Return a function that encodes: `encoder(text[, errors])` is a tuple of the bytes and how many characters they are.
///
/// Errors:  NULL with LookupError.
/// Mirrors: PyCodec_Encoder.
BT_API BtObject *BtCodec_Encoder(const char *encoding) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return a function that decodes: `decoder(bytes[, errors])` is a tuple of the text and how many bytes it is.
///
/// Errors:  NULL with LookupError.
/// Mirrors: PyCodec_Decoder.
BT_API BtObject *BtCodec_Decoder(const char *encoding) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

BT_END_DECLS

#endif
