/// @file sys.h
/// The module sys and its files, the system's texts and paths.
#ifndef BATON_SYS_H
#define BATON_SYS_H

#include "type.h"

BT_BEGIN_DECLS

/// Return an attribute of the module sys, NULL (no exception) if there is none. Mirrors: PySys_GetObject.
BT_API BtObject *BtSys_GetObject(const char *name) BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(atomic);

/// Set an attribute of the module sys; NULL deletes it. Mirrors: PySys_SetObject.
BT_API int BtSys_SetObject(const char *name, BtObject *value) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Write text to sys.stdout, or sys.stderr, as printf does; what is over 1000 bytes is cut off, as in CPython. A raised
/// exception is kept, one that the writing raises is dropped.
///
/// Mirrors: PySys_WriteStdout, PySys_WriteStderr.
BT_API void BtSys_WriteStdout(const char *format, ...) BT_PRINTF(1, 2) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
BT_API void BtSys_WriteStderr(const char *format, ...) BT_PRINTF(1, 2) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// What the two of them call. `name`: "stdout" or "stderr".
BT_INLINE_ABI void _bt_sys_write(const char *name, const char *text) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Write `object` to a file, anything with a method `write`: its str with Bt_PRINT_RAW in `flags`, else its repr.
///
/// Mirrors: PyFile_WriteObject.
BT_API int BtFile_WriteObject(BtObject *object, BtObject *file, int flags) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Write UTF-8 text to a file. Mirrors: PyFile_WriteString.
BT_API int BtFile_WriteString(const char *text, BtObject *file) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Return a path as str or bytes: those as they are, else what __fspath__ gives. Mirrors: PyOS_FSPath.
BT_API BtObject *BtOS_FSPath(BtObject *path) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

BT_END_DECLS

#endif
