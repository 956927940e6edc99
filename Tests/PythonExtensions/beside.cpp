// What sources expect of CPython's headers beside the functions: casts that take a class, identifiers, characters of ASCII, a
// field of the thread state, a private function of their own, a function's name in a slot, what _GNU_SOURCE shows.
#include <Python.h>

#include <sched.h>

namespace {

/// A class that is an object where one is asked for.
struct Holder {
    PyObject *object;
    operator PyObject *() const { return object; }
};

PyObject *_Py_strhex(const char *text, Py_ssize_t size)
{
    return PyUnicode_FromFormat("%zd:%s", size, text);
}

PyObject *kind(PyObject *, PyObject *argument)
{
    Holder holder = {argument};
    return PyBool_FromLong(PyBytes_Check(holder) && Py_TYPE(holder) == &PyBytes_Type && PyBytes_Size(holder) > 0);
}

PyObject *upper(PyObject *, PyObject *argument)
{
    _Py_IDENTIFIER(upper);
    PyObject *first = _PyObject_CallMethodId(argument, &PyId_upper, NULL);
    PyObject *second = _PyObject_CallMethodIdNoArgs(argument, &PyId_upper);
    int same = first != NULL && second != NULL && PyObject_RichCompareBool(first, second, Py_EQ) == 1
        && _PyUnicode_FromId(&PyId_upper) == _PyUnicode_FromId(&PyId_upper);
    Py_XDECREF(second);
    if (!same) {
        Py_XDECREF(first);
        return PyErr_Occurred() ? NULL : PyErr_Format(PyExc_AssertionError, "not the same");
    }
    return first;
}

PyObject *characters(PyObject *, PyObject *)
{
    char text[] = "aZ5 \xe9";
    int lower = 0, alphabetic = 0, digits = 0, spaces = 0;
    for (char *c = text; *c; c++) {
        lower += Py_TOLOWER(*c) != Py_CHARMASK(*c);
        alphabetic += Py_ISALPHA(*c);
        digits += Py_ISXDIGIT(*c);
        spaces += Py_ISSPACE(*c);
    }
    return Py_BuildValue("iiii", lower, alphabetic, digits, spaces);
}

PyObject *rest(PyObject *, PyObject *)
{
    cpu_set_t processors;
    CPU_ZERO(&processors);
    freefunc release = PyObject_Del;
    PyObject *text = _Py_strhex("ab", 2);
    return Py_BuildValue("NOOi", text, release == PyObject_Free ? Py_True : Py_False,
                         PyThreadState_Get()->interp == PyInterpreterState_Get() ? Py_True : Py_False,
                         CPU_COUNT(&processors));
}

PyMethodDef methods[] = {
    {"kind", kind, METH_O, NULL},
    {"upper", upper, METH_O, NULL},
    {"characters", characters, METH_NOARGS, NULL},
    {"rest", rest, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};
PyModuleDef module = {PyModuleDef_HEAD_INIT, "beside", NULL, -1, methods, NULL, NULL, NULL, NULL};

}  // namespace

PyMODINIT_FUNC PyInit_beside(void) { return PyModule_Create(&module); }
