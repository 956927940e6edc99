/* Written for CPython. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *twice(PyObject *self, PyObject *args)
{
    long number;
    (void)self;
    if (!PyArg_ParseTuple(args, "l", &number)) return NULL;
    Py_BEGIN_ALLOW_THREADS
    number *= 2;
    Py_END_ALLOW_THREADS
    return PyLong_FromLong(number);
}

static PyMethodDef methods[] = {{"twice", twice, METH_VARARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "ported", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_ported(void) { return PyModule_Create(&module); }
