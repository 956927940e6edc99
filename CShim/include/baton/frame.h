/// @file frame.h
/// Frames: the calls of scripts that run, and the codes that they run. Both are opaque.
#ifndef BATON_FRAME_H
#define BATON_FRAME_H

#include "thread.h"
#include "type.h"

BT_BEGIN_DECLS

typedef struct BtCodeObject BtCodeObject;
typedef struct BtFrameObject BtFrameObject;

BT_DATA BtTypeObject BtCode_Type;
BT_DATA BtTypeObject BtFrame_Type;
#define BtCode_Check(object) Bt_IS_TYPE((object), &BtCode_Type)
#define BtFrame_Check(object) Bt_IS_TYPE((object), &BtFrame_Type)

/// Return the frame of the innermost script's call of this thread, NULL (no exception) if no script runs.
///
/// Mirrors: PyEval_GetFrame.
BT_API BtFrameObject *BtEval_GetFrame(void) BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(atomic);

/// Return the innermost frame of a thread, NULL (no exception) if no script runs in it.
///
/// Mirrors: PyThreadState_GetFrame.
BT_API BtFrameObject *BtThreadState_GetFrame(BtThreadState *state) BT_ATTACHED BT_NEW_REF BT_ERR(none)
    BT_SAFETY(atomic);

/// Return the frame that called this one, NULL (no exception) for the outermost. Mirrors: PyFrame_GetBack.
BT_API BtFrameObject *BtFrame_GetBack(BtFrameObject *frame) BT_ATTACHED BT_NEW_REF BT_ERR(none) BT_SAFETY(atomic);

/// Return the code of a frame. Mirrors: PyFrame_GetCode.
BT_API BtCodeObject *BtFrame_GetCode(BtFrameObject *frame) BT_ATTACHED BT_NEW_REF BT_ERR(none) BT_SAFETY(atomic);

/// Return the line that a frame runs, counted from 1. Mirrors: PyFrame_GetLineNumber.
BT_API int BtFrame_GetLineNumber(BtFrameObject *frame) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Return the dict of a frame's global variables. Mirrors: PyFrame_GetGlobals.
BT_API BtObject *BtFrame_GetGlobals(BtFrameObject *frame) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Return a mapping of a frame's local variables. Mirrors: PyFrame_GetLocals.
BT_API BtObject *BtFrame_GetLocals(BtFrameObject *frame) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Return the dict of the innermost frame's global variables, NULL (no exception) if no script runs.
///
/// Mirrors: PyEval_GetGlobals.
BT_API BtObject *BtEval_GetGlobals(void) BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(atomic);

/// Return the dict of the builtins that the innermost frame sees; those of the runtime if no script runs.
///
/// Mirrors: PyEval_GetBuiltins.
BT_API BtObject *BtEval_GetBuiltins(void) BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(atomic);

BT_END_DECLS

#endif
