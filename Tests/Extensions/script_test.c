// What an extension asks of the scripts around it: code that it runs, frames, sys, files and paths. For ProtocolTests.swift.
#include "check.h"

static BtObject *running(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *globals = BtDict_New();
    CHECK(has_repr(BtRun_String("6 * 7", Bt_eval_input, globals, globals), "42"));
    CHECK(has_repr(BtRun_String("a = 5\nb = a + 1", Bt_file_input, globals, globals), "None"));
    CHECK(has_repr(Bt_XNewRef(BtDict_GetItemString(globals, "b")), "6"));
    CHECK(BtRun_String("1 +", Bt_eval_input, globals, globals) == NULL && failed_with(BtExc_SyntaxError, NULL));
    CHECK(BtRun_String("1 / 0", Bt_eval_input, globals, globals) == NULL
          && failed_with(BtExc_ZeroDivisionError, "division by zero"));
    BtObject *code = Bt_CompileString("a * 2", "some.py", Bt_eval_input);
    CHECK(code != NULL && has_repr(BtEval_EvalCode(code, globals, globals), "10"));
    CHECK(Bt_CompileString("def", "some.py", Bt_file_input) == NULL && failed_with(BtExc_SyntaxError, NULL));
    CHECK(Bt_CompileString("1", "some.py", -1) == NULL && failed_with(BtExc_SystemError, NULL));
    Bt_DECREF(code);
    Bt_DECREF(globals);
    int limit = Bt_GetRecursionLimit();
    Bt_SetRecursionLimit(limit + 7);
    CHECK(limit > 100 && Bt_GetRecursionLimit() == limit + 7);
    Bt_SetRecursionLimit(limit);
    CHECK(BtRun_SimpleString("import io, sys\nsaved, sys.stderr = sys.stderr, io.StringIO()\n") == 0);
    CHECK(BtRun_SimpleString("1 / 0") == -1 && BtErr_Occurred() == NULL);
    CHECK(BtRun_SimpleString("1 +") == -1 && BtErr_Occurred() == NULL);
    CHECK(BtRun_SimpleString("told, sys.stderr = sys.stderr.getvalue(), saved\n"
                             "assert 'ZeroDivisionError: division by zero' in told and 'SyntaxError' in told") == 0);
    Bt_RETURN_NONE;
}

/// here(): called by a script's function f(x), which a module's code calls. Gives the line that calls.
static BtObject *here(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtFrameObject *frame = BtEval_GetFrame();
    CHECK(frame != NULL);
    BtFrameObject *same = BtThreadState_GetFrame(BtThreadState_Get()), *back = BtFrame_GetBack(frame);
    BtCodeObject *code = BtFrame_GetCode(frame);
    BtObject *globals = BtFrame_GetGlobals(frame), *locals = BtFrame_GetLocals(frame);
    CHECK(same == frame && back != NULL && back != frame);
    CHECK(code != NULL && Bt_IS_TYPE((BtObject *)code, &BtCode_Type) && Bt_IS_TYPE((BtObject *)frame, &BtFrame_Type));
    CHECK(globals != NULL && globals == BtEval_GetGlobals() && BtEval_GetBuiltins() != NULL);
    CHECK(has_repr(BtMapping_GetItemString(locals, "x"), "7") && has_repr(BtMapping_GetItemString(locals, "y"), "1"));
    int line = BtFrame_GetLineNumber(frame);
    Bt_DECREF(same);
    Bt_DECREF(back);
    Bt_DECREF(code);
    Bt_DECREF(globals);
    Bt_DECREF(locals);
    return BtLong_FromLong(line);
}

static BtMethodDef here_method = { "here", here, BT_METH_NOARGS, NULL };

static BtObject *frames(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *globals = BtDict_New(), *function = BtCFunction_New(&here_method, NULL);
    CHECK(BtDict_SetItemString(globals, "here", function) == 0);
    BtObject *result = BtRun_String("def f(x):\n    y = 1\n    return here()\nz = f(7)\n", Bt_file_input, globals, globals);
    CHECK(has_repr(result, "None") && has_repr(Bt_XNewRef(BtDict_GetItemString(globals, "z")), "3"));
    Bt_DECREF(function);
    Bt_DECREF(globals);
    Bt_RETURN_NONE;
}

static BtObject *system_objects(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *sys = BtImport_ImportModule("sys"), *io = BtImport_ImportModule("io");
    CHECK(sys != NULL && io != NULL);
    CHECK(BtSys_GetObject("modules") == BtImport_GetModuleDict() && BtSys_GetObject("no_such") == NULL && !BtErr_Occurred());
    CHECK(BtSys_SetObject("script_test", Bt_True) == 0 && BtSys_GetObject("script_test") == Bt_True);
    CHECK(BtSys_SetObject("script_test", NULL) == 0 && BtSys_GetObject("script_test") == NULL);
    BtObject *file = BtObject_CallMethod(io, "StringIO", NULL), *text = BtUnicode_FromString("it's");
    CHECK(BtFile_WriteString("a ", file) == 0 && BtFile_WriteObject(text, file, 0) == 0
          && BtFile_WriteObject(text, file, BT_PRINT_RAW) == 0);
    CHECK(is_text(BtObject_CallMethod(file, "getvalue", NULL), "a \"it's\"it's"));
    CHECK(BtFile_WriteString("a", text) == -1 && failed_with(BtExc_AttributeError, NULL));
    CHECK(BtOS_FSPath(text) == text);
    Bt_DECREF(text);
    CHECK(BtOS_FSPath(Bt_None) == NULL
          && failed_with(BtExc_TypeError, "expected str, bytes or os.PathLike object, not NoneType"));
    CHECK(has_repr(Bt_GenericAlias((BtObject *)&BtList_Type, (BtObject *)&BtLong_Type), "list[int]"));
    Bt_DECREF(text);
    Bt_DECREF(file);
    Bt_DECREF(io);
    Bt_DECREF(sys);
    Bt_RETURN_NONE;
}

/// What sys.stdout and sys.stderr get while they are files of ours.
static BtObject *written(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *io = BtImport_ImportModule("io"), *sys = BtImport_ImportModule("sys");
    BtObject *out = BtObject_CallMethod(io, "StringIO", NULL), *err = BtObject_CallMethod(io, "StringIO", NULL);
    CHECK(out != NULL && err != NULL);
    BtObject *old_out = Bt_XNewRef(BtSys_GetObject("stdout")), *old_err = Bt_XNewRef(BtSys_GetObject("stderr"));
    CHECK(BtSys_SetObject("stdout", out) == 0 && BtSys_SetObject("stderr", err) == 0);
    BtErr_SetString(BtExc_KeyError, "kept");
    BtSys_WriteStdout("out %d", 1);
    BtSys_WriteStderr("err %s", "two");
    CHECK(failed_with(BtExc_KeyError, "'kept'"));
    CHECK(BtSys_SetObject("stdout", old_out) == 0 && BtSys_SetObject("stderr", old_err) == 0);
    CHECK(is_text(BtObject_CallMethod(out, "getvalue", NULL), "out 1"));
    CHECK(is_text(BtObject_CallMethod(err, "getvalue", NULL), "err two"));
    Bt_XDECREF(old_out);
    Bt_XDECREF(old_err);
    Bt_DECREF(out);
    Bt_DECREF(err);
    Bt_DECREF(io);
    Bt_DECREF(sys);
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    { "running", running, BT_METH_NOARGS, NULL },   { "frames", frames, BT_METH_NOARGS, NULL },
    { "written", written, BT_METH_NOARGS, NULL },   { "system_objects", system_objects, BT_METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL },
};

static BtModuleDef module = { BtModuleDef_HEAD_INIT, .m_name = "script_test", .m_size = 0, .m_methods = methods };

BtMODINIT_FUNC BtInit_script_test(void) { return BtModuleDef_Init(&module); }
