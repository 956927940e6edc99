/// @file traceback.h
/// Tracebacks: which places an exception passed, innermost last.
#ifndef BATON_TRACEBACK_H
#define BATON_TRACEBACK_H

#include "type.h"

BT_BEGIN_DECLS

/// One place. Guard: attached; fields but tb_next do not change.
typedef struct BtTracebackObject {
    BtObject_HEAD
    struct BtTracebackObject *tb_next BT_GUARDED;  ///< the next place inwards; NULL at the innermost
    BtObject *tb_frame BT_GUARDED;                 ///< the frame of a script; NULL for a native place
    int tb_lasti BT_GUARDED;
    int tb_lineno BT_GUARDED;
    BtObject *tb_filename BT_GUARDED;              ///< str
    BtObject *tb_name BT_GUARDED;                  ///< str: the function
} BtTracebackObject;

BT_DATA BtTypeObject BtTraceBack_Type;
#define BtTraceBack_Check(object) Bt_IS_TYPE((object), &BtTraceBack_Type)

/// Add a native place to the traceback of the raised exception: the name of a function, its file and line (UTF-8).
/// Nothing happens if none is raised. Mirrors: _PyTraceback_Add.
BT_API void _BtTraceback_Add(const char *function, const char *filename, int line)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Add this place to the traceback of the raised exception.
#define BtTraceBack_HERE() _BtTraceback_Add(__func__, __FILE__, __LINE__)

/// Write a traceback to `file`, an object with a method `write`; None: standard error. Mirrors: PyTraceBack_Print.
BT_API int BtTraceBack_Print(BtObject *traceback, BtObject *file) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

BT_END_DECLS

#endif
