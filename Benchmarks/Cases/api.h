// One source, two APIs: the cases are written in Baton's names and compiled as they stand for Baton, and for CPython with
// these names mapped back, by the same compiler with the same flags.
#ifndef CASES_API_H
#define CASES_API_H

#ifdef CASES_CPYTHON
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#define BT_ATTACHED
#define BtObject PyObject
#define BtThreadState PyThreadState
#define BtMethodDef PyMethodDef
#define BtModuleDef PyModuleDef
#define BtMODINIT_FUNC PyMODINIT_FUNC
#define BtModuleDef_HEAD_INIT PyModuleDef_HEAD_INIT
#define BtModule_Create PyModule_Create
#define BT_METH_VARARGS METH_VARARGS
#define BT_METH_NOARGS METH_NOARGS
#define BT_METH_FASTCALL METH_FASTCALL
#define BtCFunction PyCFunction
#define BtArg_ParseTuple PyArg_ParseTuple
#define Bt_BuildValue Py_BuildValue
#define BtFloat_FromDouble PyFloat_FromDouble
#define BtLong_FromLong PyLong_FromLong
#define BtBytes_FromStringAndSize PyBytes_FromStringAndSize
#define BtTuple_New PyTuple_New
#define BtTuple_SET_ITEM PyTuple_SET_ITEM
#define BtList_New PyList_New
#define BtList_Append PyList_Append
#define BtObject_GetAttrString PyObject_GetAttrString
#define BtObject_CallNoArgs PyObject_CallNoArgs
#define BtObject_CallMethod PyObject_CallMethod
#define BtObject_CallFunction PyObject_CallFunction
#define BtObject_Vectorcall PyObject_Vectorcall
#define BtImport_ImportModule PyImport_ImportModule
#define BtErr_SetString PyErr_SetString
#define BtErr_NoMemory PyErr_NoMemory
#define BtExc_RuntimeError PyExc_RuntimeError
#define BtEval_SaveThread PyEval_SaveThread
#define BtEval_RestoreThread PyEval_RestoreThread
#define BtGILState_STATE PyGILState_STATE
#define BtGILState_Ensure PyGILState_Ensure
#define BtGILState_Release PyGILState_Release
#define Bt_BEGIN_ALLOW_THREADS Py_BEGIN_ALLOW_THREADS
#define Bt_END_ALLOW_THREADS Py_END_ALLOW_THREADS
#define Bt_INCREF Py_INCREF
#define Bt_DECREF Py_DECREF
#define Bt_XDECREF Py_XDECREF
#define Bt_ssize_t Py_ssize_t
#define Bt_RETURN_NONE Py_RETURN_NONE
#define BtInit_cases PyInit_cases
#else
#include <baton.h>
#endif

#include <stdlib.h>
#include <time.h>

/// Nanoseconds of the monotonic clock.
static inline double now_ns(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

/// Keep the compiler from joining or dropping what stands before and after.
#define COMPILER_BARRIER() __asm__ volatile("" ::: "memory")

// Each case takes a count of repetitions and returns nanoseconds for one, or a tuple of figures.
#define CASE(name) BtObject *name(BtObject *self, BtObject *args) BT_ATTACHED
BtObject *nothing_fastcall(BtObject *self, BtObject *const *args, Bt_ssize_t count) BT_ATTACHED;
CASE(save_restore);
CASE(attach_detach_foreign);
CASE(attach_detach_foreign_kept);
CASE(attach_in_turn);
CASE(incref_decref);
CASE(call_noargs);
CASE(call_fastcall);
CASE(make_int);
CASE(make_bytes16);
CASE(make_tuple3);
CASE(make_list_append);
CASE(short_release_beside_busy);
CASE(sleepers_beside_busy);
CASE(thresholds);
CASE(kernel_sha256);
CASE(kernel_compress);
CASE(kernel_matmul);

#endif
