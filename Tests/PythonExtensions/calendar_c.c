// The C API of datetime: what an extension does with PyDateTimeAPI, its macros and the fields of the objects.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <datetime.h>

/// What an object is, and its fields.
static PyObject *fields(PyObject *self, PyObject *object)
{
    if (PyDateTime_Check(object)) {
        return Py_BuildValue(
            "siiiiiiiiOi", PyDateTime_CheckExact(object) ? "datetime" : "datetime's", PyDateTime_GET_YEAR(object),
            PyDateTime_GET_MONTH(object), PyDateTime_GET_DAY(object), PyDateTime_DATE_GET_HOUR(object),
            PyDateTime_DATE_GET_MINUTE(object), PyDateTime_DATE_GET_SECOND(object),
            PyDateTime_DATE_GET_MICROSECOND(object), PyDateTime_DATE_GET_FOLD(object),
            PyDateTime_DATE_GET_TZINFO(object), PyDate_Check(object));
    }
    if (PyDate_Check(object)) {
        return Py_BuildValue("siii", PyDate_CheckExact(object) ? "date" : "date's", PyDateTime_GET_YEAR(object),
                             PyDateTime_GET_MONTH(object), PyDateTime_GET_DAY(object));
    }
    if (PyTime_Check(object)) {
        return Py_BuildValue("siiiiiO", PyTime_CheckExact(object) ? "time" : "time's", PyDateTime_TIME_GET_HOUR(object),
                             PyDateTime_TIME_GET_MINUTE(object), PyDateTime_TIME_GET_SECOND(object),
                             PyDateTime_TIME_GET_MICROSECOND(object), PyDateTime_TIME_GET_FOLD(object),
                             PyDateTime_TIME_GET_TZINFO(object));
    }
    if (PyDelta_Check(object)) {
        return Py_BuildValue("siii", PyDelta_CheckExact(object) ? "timedelta" : "timedelta's",
                             PyDateTime_DELTA_GET_DAYS(object), PyDateTime_DELTA_GET_SECONDS(object),
                             PyDateTime_DELTA_GET_MICROSECONDS(object));
    }
    if (PyTZInfo_Check(object)) {
        return PyUnicode_FromString(PyTZInfo_CheckExact(object) ? "tzinfo" : "tzinfo's");
    }
    return PyUnicode_FromString("none of them");
}

static PyObject *date(PyObject *self, PyObject *args)
{
    int year, month, day;
    return PyArg_ParseTuple(args, "iii", &year, &month, &day) ? PyDate_FromDate(year, month, day) : NULL;
}

static PyObject *datetime(PyObject *self, PyObject *args)
{
    int y, m, d, hour, minute, second, micro, fold = -1;
    if (!PyArg_ParseTuple(args, "iiiiiii|i", &y, &m, &d, &hour, &minute, &second, &micro, &fold)) {
        return NULL;
    }
    return fold < 0 ? PyDateTime_FromDateAndTime(y, m, d, hour, minute, second, micro)
                    : PyDateTime_FromDateAndTimeAndFold(y, m, d, hour, minute, second, micro, fold);
}

static PyObject *aware(PyObject *self, PyObject *zone)
{
    return PyDateTimeAPI->DateTime_FromDateAndTime(2024, 2, 29, 1, 2, 3, 4, zone, PyDateTimeAPI->DateTimeType);
}

static PyObject *time_of_day(PyObject *self, PyObject *args)
{
    int hour, minute, second, micro, fold = -1;
    if (!PyArg_ParseTuple(args, "iiii|i", &hour, &minute, &second, &micro, &fold)) {
        return NULL;
    }
    return fold < 0 ? PyTime_FromTime(hour, minute, second, micro)
                    : PyTime_FromTimeAndFold(hour, minute, second, micro, fold);
}

static PyObject *delta(PyObject *self, PyObject *args)
{
    int days, seconds, micro;
    return PyArg_ParseTuple(args, "iii", &days, &seconds, &micro) ? PyDelta_FromDSU(days, seconds, micro) : NULL;
}

static PyObject *zone(PyObject *self, PyObject *args)
{
    PyObject *offset, *name = NULL;
    if (!PyArg_ParseTuple(args, "O|U", &offset, &name)) {
        return NULL;
    }
    return name == NULL ? PyTimeZone_FromOffset(offset) : PyTimeZone_FromOffsetAndName(offset, name);
}

static PyObject *utc(PyObject *self, PyObject *unused) { return Py_NewRef(PyDateTime_TimeZone_UTC); }
static PyObject *stamp(PyObject *self, PyObject *args) { return PyDateTime_FromTimestamp(args); }
static PyObject *day_of_stamp(PyObject *self, PyObject *args) { return PyDate_FromTimestamp(args); }

static PyMethodDef methods[] = {
    {"fields", fields, METH_O, NULL},
    {"date", date, METH_VARARGS, NULL},
    {"datetime", datetime, METH_VARARGS, NULL},
    {"aware", aware, METH_O, NULL},
    {"time", time_of_day, METH_VARARGS, NULL},
    {"delta", delta, METH_VARARGS, NULL},
    {"zone", zone, METH_VARARGS, NULL},
    {"utc", utc, METH_NOARGS, NULL},
    {"stamp", stamp, METH_VARARGS, NULL},
    {"day_of_stamp", day_of_stamp, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static int fill(PyObject *module)
{
    PyDateTime_IMPORT;
    return PyDateTimeAPI == NULL ? -1 : 0;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, (void *)fill}, {0, NULL}};
static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "calendar_c", NULL, 0, methods, slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_calendar_c(void) { return PyModuleDef_Init(&definition); }
