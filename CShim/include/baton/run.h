/// @file run.h
/// Source text: compile it, run it.
#ifndef BATON_RUN_H
#define BATON_RUN_H

#include "type.h"

BT_BEGIN_DECLS

// What the text is: one interactive statement, a file, an expression.
#define Bt_single_input 256
#define Bt_file_input 257
#define Bt_eval_input 258

/// Compile UTF-8 text; `filename` (UTF-8) is what tracebacks name, `start` one of Bt_…_input.
///
/// Errors:  NULL with SyntaxError set; SystemError for another `start`.
/// Mirrors: Py_CompileString.
BT_API BtObject *Bt_CompileString(const char *source, const char *filename, int start)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Run a code with these global variables, a dict, and local ones, a mapping. The value of an expression, else None.
///
/// Threads:  runs script code, which may switch threads (R6).
/// Mirrors:  PyEval_EvalCode.
BT_API BtObject *BtEval_EvalCode(BtObject *code, BtObject *globals, BtObject *locals)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Compile UTF-8 text and run it; tracebacks name the file "<string>".
///
/// Threads:  runs script code, which may switch threads (R6).
/// Mirrors:  PyRun_String.
BT_API BtObject *BtRun_String(const char *source, int start, BtObject *globals, BtObject *locals)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Compile UTF-8 text and run it as a file in the module __main__; an exception is printed on standard error.
///
/// Errors:   -1 after an exception, which is not set any more; SystemExit ends the process, as BtErr_Print does.
/// Threads:  runs script code, which may switch threads (R6).
/// Mirrors:  PyRun_SimpleString.
BT_API int BtRun_SimpleString(const char *source) BT_ATTACHED BT_FAILS(-1) BT_SAFETY(shared);

BT_END_DECLS

#endif
