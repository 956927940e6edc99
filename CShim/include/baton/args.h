/// @file args.h
/// Parsing arguments by a format.
///
/// Units, each with the C type of the variable whose address is passed:
///
///     s z      const char **                 str without 0 characters as UTF-8; z: or None, which gives NULL
///     s* z* y* Bt_buffer *                   str or bytes-like (y*: bytes-like only); release it
///     s# z# y# const char **, Bt_ssize_t *   str or read-only bytes-like; borrowed from the argument
///     y        const char **                 bytes-like without 0 bytes
///     w*       Bt_buffer *                   writable bytes-like; release it
///     es et    const char *encoding, char ** str encoded into new memory (BtMem_Free); et: bytes as they are
///     es# et#  the same and Bt_ssize_t *     as above; if the pointer is not NULL it is the caller's buffer
///     S Y U    BtObject **                   bytes, bytearray, str; borrowed
///     O        BtObject **                   any object; borrowed
///     O!       BtTypeObject *, BtObject **   an object of the type; borrowed
///     O&       converter, void *             int converter(BtObject *, void *); see BT_CLEANUP_SUPPORTED
///     b B      unsigned char *               b: 0 to 255, checked
///     h H      short *, unsigned short *     capital letters: the low bits, not checked
///     i I      int *, unsigned int *
///     l k      long *, unsigned long *
///     L K      long long *, unsigned long long *
///     n        Bt_ssize_t *
///     c C      char *, int *                 bytes of size 1; str of length 1
///     f d      float *, double *
///     D        Bt_complex *
///     p        int *                         the truth of any object
///     (…)      as many as inside             a sequence
///     | $      what follows is optional; what follows is by keyword only
///     :name    ends the format; the function's name for messages
///     ;text    ends the format; the whole message of a TypeError
///
/// Borrowed objects and pointers stay good while the argument lives, which the caller of the function sees to.
#ifndef BATON_ARGS_H
#define BATON_ARGS_H

#include <stdarg.h>

#include "buffer.h"

BT_BEGIN_DECLS

/// What a converter of O& returns to be called again, with NULL as its object, when a later argument fails.
#define Bt_CLEANUP_SUPPORTED 0x20000

/// Parse positional arguments.
///
/// Errors:  0 with TypeError, OverflowError, … or SystemError for a bad format; what was acquired is released.
///          1 is success.
/// Mirrors: PyArg_ParseTuple.
BT_API int BtArg_ParseTuple(BtObject *args, const char *format, ...) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
/// As BtArg_ParseTuple with the addresses in a list. Mirrors: PyArg_VaParse.
BT_API int BtArg_VaParse(BtObject *args, const char *format, va_list addresses) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);

/// Parse positional and keyword arguments. `keywords` ends in NULL; empty names at its begin are positional only.
/// Mirrors: PyArg_ParseTupleAndKeywords.
#if defined(__cplusplus)
BT_API int BtArg_ParseTupleAndKeywords(BtObject *args, BtObject *kwargs, const char *format,
                                       const char *const *keywords, ...) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
BT_API int BtArg_VaParseTupleAndKeywords(BtObject *args, BtObject *kwargs, const char *format,
                                         const char *const *keywords, va_list addresses)
    BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
#else
BT_API int BtArg_ParseTupleAndKeywords(BtObject *args, BtObject *kwargs, const char *format, char *const *keywords, ...)
    BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
/// As BtArg_ParseTupleAndKeywords with the addresses in a list. Mirrors: PyArg_VaParseTupleAndKeywords.
BT_API int BtArg_VaParseTupleAndKeywords(BtObject *args, BtObject *kwargs, const char *format, char *const *keywords,
                                         va_list addresses) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
#endif

/// Parse one object (the argument of an old-style method). Mirrors: PyArg_Parse.
BT_API int BtArg_Parse(BtObject *argument, const char *format, ...) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);

/// Store the items of a tuple of `min` to `max` items in `max` variables (BtObject **), borrowed; those of missing items
/// are not touched. `name` is the function's, for messages, or NULL.
///
/// Errors:  0 with TypeError.
/// Mirrors: PyArg_UnpackTuple.
BT_API int BtArg_UnpackTuple(BtObject *args, const char *name, Bt_ssize_t min, Bt_ssize_t max, ...)
    BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);

/// Check that the keys of a dict of keyword arguments are strings. Errors: 0. Mirrors: PyArg_ValidateKeywordArguments.
BT_API int BtArg_ValidateKeywordArguments(BtObject *kwargs) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);

// What code made by Argument Clinic calls.

/// A signature that is taken apart at its first use. Statically made; `keywords` ends in NULL.
///
/// Guard: `once` by atomic builtins; the rest is filled under a mutex of args.c before `once` is set, and does not change
/// after that.
typedef struct _BtArg_Parser {
    const char *format;
    const char *const *keywords;
    unsigned char once;
    const char *fname;
    const char *custom_msg;
    int pos;            ///< number of positional-only parameters
    int min;            ///< least number of arguments
    int max;            ///< largest number of positional arguments
    BtObject *kwtuple;  ///< names of the keyword parameters
    struct _BtArg_Parser *next;
} _BtArg_Parser;

/// Parse an array of positional arguments. Mirrors: _PyArg_ParseStack.
BT_API int _BtArg_ParseStack(BtObject *const *args, Bt_ssize_t nargs, const char *format, ...)
    BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
/// Parse the arguments of a BT_METH_FASTCALL | BT_METH_KEYWORDS function. Mirrors: _PyArg_ParseStackAndKeywords.
BT_API int _BtArg_ParseStackAndKeywords(BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames,
                                        _BtArg_Parser *parser, ...) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
/// Parse a tuple and a dict with a parser. Mirrors: _PyArg_ParseTupleAndKeywordsFast.
BT_API int _BtArg_ParseTupleAndKeywordsFast(BtObject *args, BtObject *kwargs, _BtArg_Parser *parser, ...)
    BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);

/// Put positional and keyword arguments in the order of the parameters, borrowed, NULL for those missing: in `args` itself
/// where that is so already, else in `buf` (room for all parameters).
///
/// Errors:  NULL with TypeError.
/// Mirrors: _PyArg_UnpackKeywords.
BT_API BtObject *const *_BtArg_UnpackKeywords(BtObject *const *args, Bt_ssize_t nargs, BtObject *kwargs,
                                              BtObject *kwnames, _BtArg_Parser *parser, int minpos, int maxpos,
                                              int minkw, BtObject **buf) BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);
#define _BtArg_UnpackKeywords(args, nargs, kwargs, kwnames, parser, minpos, maxpos, minkw, buf)       \
    (((minkw) == 0 && (kwargs) == NULL && (kwnames) == NULL && (minpos) <= (nargs) &&                 \
      (nargs) <= (maxpos) && (args) != NULL)                                                          \
         ? (args)                                                                                     \
         : (_BtArg_UnpackKeywords)((args), (nargs), (kwargs), (kwnames), (parser), (minpos), (maxpos), \
                                   (minkw), (buf)))

/// Check the number of positional arguments. Errors: 0 with TypeError. Mirrors: _PyArg_CheckPositional.
BT_API int _BtArg_CheckPositional(const char *name, Bt_ssize_t nargs, Bt_ssize_t min, Bt_ssize_t max)
    BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
#define _BtArg_CheckPositional(name, nargs, min, max) \
    (((min) <= (nargs) && (nargs) <= (max)) || (_BtArg_CheckPositional)((name), (nargs), (min), (max)))

/// Raise the TypeError "fname() displayname must be expected, not TYPE". Mirrors: _PyArg_BadArgument.
BT_API void _BtArg_BadArgument(const char *fname, const char *displayname, const char *expected, BtObject *arg)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Check that there are no keyword arguments (a dict, or NULL). Errors: 0 with TypeError. Mirrors: _PyArg_NoKeywords.
BT_API int _BtArg_NoKeywords(const char *name, BtObject *kwargs) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
#define _BtArg_NoKeywords(name, kwargs) ((kwargs) == NULL || (_BtArg_NoKeywords)((name), (kwargs)))
/// Check that there are no keyword arguments (a tuple of names, or NULL). Mirrors: _PyArg_NoKwnames.
BT_API int _BtArg_NoKwnames(const char *name, BtObject *kwnames) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
#define _BtArg_NoKwnames(name, kwnames) ((kwnames) == NULL || (_BtArg_NoKwnames)((name), (kwnames)))
/// Check that there are no positional arguments (a tuple, or NULL). Mirrors: _PyArg_NoPositional.
BT_API int _BtArg_NoPositional(const char *name, BtObject *args) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
#define _BtArg_NoPositional(name, args) ((args) == NULL || (_BtArg_NoPositional)((name), (args)))

BT_END_DECLS

#endif
