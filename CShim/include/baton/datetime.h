/// @file datetime.h
/// date, time, datetime, timedelta, tzinfo: their values from C. Include it beside baton.h.
///
/// A source says BtDateTime_IMPORT once before it uses what is below (in its init function, say), and checks that
/// BtDateTimeAPI is not NULL after it: the module `datetime` is imported then, and makes its types.
///
/// Values are proleptic Gregorian: years 1 to 9999, months and days from 1, hours 0 to 23, minutes and seconds 0 to 59,
/// microseconds 0 to 999999. They do not change, so the fields may be read without a lock by any attached thread.
#ifndef BATON_DATETIME_H
#define BATON_DATETIME_H

#include "capsule.h"

BT_BEGIN_DECLS

/// A timedelta: days, 0 to 86399 seconds and 0 to 999999 microseconds, to be added up.
typedef struct BtDateTime_Delta {
    BtObject_HEAD
    Bt_hash_t hashcode BT_GUARDED;  ///< -1: not computed
    int days BT_GUARDED;            ///< -999999999 to 999999999
    int seconds BT_GUARDED;
    int microseconds BT_GUARDED;
} BtDateTime_Delta;

/// The base of time zones.
typedef struct BtDateTime_TZInfo {
    BtObject_HEAD
} BtDateTime_TZInfo;

/// What date, time and datetime begin with.
#define BtDateTime_HEAD_                                 \
    BtObject_HEAD                                        \
    Bt_hash_t hashcode BT_GUARDED; /* -1: not computed */ \
    char hastzinfo BT_GUARDED;

/// A date: the year in two bytes, the upper one first, month, day.
typedef struct BtDateTime_Date {
    BtDateTime_HEAD_
    unsigned char data[4] BT_GUARDED;
} BtDateTime_Date;

/// A time of day: hour, minute, second, the microsecond in three bytes, the upper one first.
typedef struct BtDateTime_Time {
    BtDateTime_HEAD_
    unsigned char data[6] BT_GUARDED;
    unsigned char fold BT_GUARDED;
    BtObject *tzinfo BT_GUARDED;    ///< valid only if hastzinfo; owned
} BtDateTime_Time;

/// A date and a time of day, in this order.
typedef struct BtDateTime_DateTime {
    BtDateTime_HEAD_
    unsigned char data[10] BT_GUARDED;
    unsigned char fold BT_GUARDED;
    BtObject *tzinfo BT_GUARDED;    ///< valid only if hastzinfo; owned
} BtDateTime_DateTime;

/// The C face of the module, which the capsule "datetime.datetime_CAPI" holds. Functions return new references, or NULL with
/// an exception set: ValueError for a value out of range, OverflowError. `type` is the type of the result or a subtype.
///
/// Guard: attached; filled before the capsule exists, and not changed after that.
typedef struct BtDateTime_CAPI {
    BtTypeObject *DateType BT_GUARDED;
    BtTypeObject *DateTimeType BT_GUARDED;
    BtTypeObject *TimeType BT_GUARDED;
    BtTypeObject *DeltaType BT_GUARDED;
    BtTypeObject *TZInfoType BT_GUARDED;
    BtObject *TimeZone_UTC BT_GUARDED;
    BtObject *(*Date_FromDate)(int year, int month, int day, BtTypeObject *type) BT_GUARDED;
    BtObject *(*DateTime_FromDateAndTime)(int year, int month, int day, int hour, int minute, int second,
                                          int microsecond, BtObject *tzinfo, BtTypeObject *type) BT_GUARDED;
    BtObject *(*Time_FromTime)(int hour, int minute, int second, int microsecond, BtObject *tzinfo,
                               BtTypeObject *type) BT_GUARDED;
    BtObject *(*Delta_FromDelta)(int days, int seconds, int microseconds, int normalize, BtTypeObject *type) BT_GUARDED;
    BtObject *(*TimeZone_FromTimeZone)(BtObject *offset, BtObject *name) BT_GUARDED;
    BtObject *(*DateTime_FromTimestamp)(BtObject *type, BtObject *args, BtObject *kwargs) BT_GUARDED;
    BtObject *(*Date_FromTimestamp)(BtObject *type, BtObject *args) BT_GUARDED;
    BtObject *(*DateTime_FromDateAndTimeAndFold)(int year, int month, int day, int hour, int minute, int second,
                                                 int microsecond, BtObject *tzinfo, int fold,
                                                 BtTypeObject *type) BT_GUARDED;
    BtObject *(*Time_FromTimeAndFold)(int hour, int minute, int second, int microsecond, BtObject *tzinfo, int fold,
                                      BtTypeObject *type) BT_GUARDED;
} BtDateTime_CAPI;

#define BtDateTime_CAPSULE_NAME "datetime.datetime_CAPI"

/// The C face, of this source file; NULL before BtDateTime_IMPORT. Guard: attached.
__attribute__((unused)) BT_ATTRIBUTE_(swift_attr("nonisolated(unsafe)")) static BtDateTime_CAPI *BtDateTimeAPI;

/// Import the module, and set BtDateTimeAPI. NULL with an exception set. Mirrors: PyDateTime_IMPORT.
#define BtDateTime_IMPORT \
    BtDateTimeAPI = BT_STATIC_CAST(BtDateTime_CAPI *, BtCapsule_Import(BtDateTime_CAPSULE_NAME, 0))

// --- What is it?

/// Say whether `object` is a date or of a subtype of date. Mirrors: PyDate_Check.
#define BtDate_Check(object) BtObject_TypeCheck((object), BtDateTimeAPI->DateType)
/// Say whether the type of `object` is exactly date. Mirrors: PyDate_CheckExact.
#define BtDate_CheckExact(object) Bt_IS_TYPE((object), BtDateTimeAPI->DateType)
/// Say whether `object` is a datetime or of a subtype of datetime. Mirrors: PyDateTime_Check.
#define BtDateTime_Check(object) BtObject_TypeCheck((object), BtDateTimeAPI->DateTimeType)
/// Say whether the type of `object` is exactly datetime. Mirrors: PyDateTime_CheckExact.
#define BtDateTime_CheckExact(object) Bt_IS_TYPE((object), BtDateTimeAPI->DateTimeType)
/// Say whether `object` is a time or of a subtype of time. Mirrors: PyTime_Check.
#define BtTime_Check(object) BtObject_TypeCheck((object), BtDateTimeAPI->TimeType)
/// Say whether the type of `object` is exactly time. Mirrors: PyTime_CheckExact.
#define BtTime_CheckExact(object) Bt_IS_TYPE((object), BtDateTimeAPI->TimeType)
/// Say whether `object` is a timedelta or of a subtype of timedelta. Mirrors: PyDelta_Check.
#define BtDelta_Check(object) BtObject_TypeCheck((object), BtDateTimeAPI->DeltaType)
/// Say whether the type of `object` is exactly timedelta. Mirrors: PyDelta_CheckExact.
#define BtDelta_CheckExact(object) Bt_IS_TYPE((object), BtDateTimeAPI->DeltaType)
/// Say whether `object` is a tzinfo or of a subtype of tzinfo. Mirrors: PyTZInfo_Check.
#define BtTZInfo_Check(object) BtObject_TypeCheck((object), BtDateTimeAPI->TZInfoType)
/// Say whether the type of `object` is exactly tzinfo. Mirrors: PyTZInfo_CheckExact.
#define BtTZInfo_CheckExact(object) Bt_IS_TYPE((object), BtDateTimeAPI->TZInfoType)

// --- The fields of a date or a datetime (GET_…), of a datetime (DATE_GET_…), of a time (TIME_GET_…), of a timedelta
// (DELTA_GET_…). The object is not checked. A tzinfo is borrowed, and is None if there is none.

#define BtDateTime_DATA_(type, object) (BT_CAST(type *, (object))->data)
/// Return the year of a date or a datetime. Mirrors: PyDateTime_GET_YEAR.
#define BtDateTime_GET_YEAR(object) \
    ((BtDateTime_DATA_(BtDateTime_Date, object)[0] << 8) | BtDateTime_DATA_(BtDateTime_Date, object)[1])
/// Return the month of a date or a datetime. Mirrors: PyDateTime_GET_MONTH.
#define BtDateTime_GET_MONTH(object) (BtDateTime_DATA_(BtDateTime_Date, object)[2])
/// Return the day of a date or a datetime. Mirrors: PyDateTime_GET_DAY.
#define BtDateTime_GET_DAY(object) (BtDateTime_DATA_(BtDateTime_Date, object)[3])

/// Return the hour of a datetime. Mirrors: PyDateTime_DATE_GET_HOUR.
#define BtDateTime_DATE_GET_HOUR(object) (BtDateTime_DATA_(BtDateTime_DateTime, object)[4])
/// Return the minute of a datetime. Mirrors: PyDateTime_DATE_GET_MINUTE.
#define BtDateTime_DATE_GET_MINUTE(object) (BtDateTime_DATA_(BtDateTime_DateTime, object)[5])
/// Return the second of a datetime. Mirrors: PyDateTime_DATE_GET_SECOND.
#define BtDateTime_DATE_GET_SECOND(object) (BtDateTime_DATA_(BtDateTime_DateTime, object)[6])
/// Return the microsecond of a datetime. Mirrors: PyDateTime_DATE_GET_MICROSECOND.
#define BtDateTime_DATE_GET_MICROSECOND(object)                  \
    ((BtDateTime_DATA_(BtDateTime_DateTime, object)[7] << 16) |  \
     (BtDateTime_DATA_(BtDateTime_DateTime, object)[8] << 8) | BtDateTime_DATA_(BtDateTime_DateTime, object)[9])
/// Return the fold, 0 or 1, of a datetime. Mirrors: PyDateTime_DATE_GET_FOLD.
#define BtDateTime_DATE_GET_FOLD(object) (BT_CAST(BtDateTime_DateTime *, (object))->fold)
/// Return the tzinfo, borrowed, or None, of a datetime. Mirrors: PyDateTime_DATE_GET_TZINFO.
#define BtDateTime_DATE_GET_TZINFO(object)                    \
    (BT_CAST(BtDateTime_DateTime *, (object))->hastzinfo      \
         ? BT_CAST(BtDateTime_DateTime *, (object))->tzinfo   \
         : Bt_None)

/// Return the hour of a time. Mirrors: PyDateTime_TIME_GET_HOUR.
#define BtDateTime_TIME_GET_HOUR(object) (BtDateTime_DATA_(BtDateTime_Time, object)[0])
/// Return the minute of a time. Mirrors: PyDateTime_TIME_GET_MINUTE.
#define BtDateTime_TIME_GET_MINUTE(object) (BtDateTime_DATA_(BtDateTime_Time, object)[1])
/// Return the second of a time. Mirrors: PyDateTime_TIME_GET_SECOND.
#define BtDateTime_TIME_GET_SECOND(object) (BtDateTime_DATA_(BtDateTime_Time, object)[2])
/// Return the microsecond of a time. Mirrors: PyDateTime_TIME_GET_MICROSECOND.
#define BtDateTime_TIME_GET_MICROSECOND(object)              \
    ((BtDateTime_DATA_(BtDateTime_Time, object)[3] << 16) |  \
     (BtDateTime_DATA_(BtDateTime_Time, object)[4] << 8) | BtDateTime_DATA_(BtDateTime_Time, object)[5])
/// Return the fold, 0 or 1, of a time. Mirrors: PyDateTime_TIME_GET_FOLD.
#define BtDateTime_TIME_GET_FOLD(object) (BT_CAST(BtDateTime_Time *, (object))->fold)
/// Return the tzinfo, borrowed, or None, of a time. Mirrors: PyDateTime_TIME_GET_TZINFO.
#define BtDateTime_TIME_GET_TZINFO(object)                \
    (BT_CAST(BtDateTime_Time *, (object))->hastzinfo      \
         ? BT_CAST(BtDateTime_Time *, (object))->tzinfo   \
         : Bt_None)

/// Return the days of a timedelta. Mirrors: PyDateTime_DELTA_GET_DAYS.
#define BtDateTime_DELTA_GET_DAYS(object) (BT_CAST(BtDateTime_Delta *, (object))->days)
/// Return the seconds of a timedelta. Mirrors: PyDateTime_DELTA_GET_SECONDS.
#define BtDateTime_DELTA_GET_SECONDS(object) (BT_CAST(BtDateTime_Delta *, (object))->seconds)
/// Return the microseconds of a timedelta. Mirrors: PyDateTime_DELTA_GET_MICROSECONDS.
#define BtDateTime_DELTA_GET_MICROSECONDS(object) (BT_CAST(BtDateTime_Delta *, (object))->microseconds)

// --- Making them: new references, or NULL with an exception set. `args` of the last two is what the methods
// `fromtimestamp` take.

/// Make a date. Mirrors: PyDate_FromDate.
#define BtDate_FromDate(year, month, day) \
    BtDateTimeAPI->Date_FromDate((year), (month), (day), BtDateTimeAPI->DateType)
/// Make a datetime without a zone. Mirrors: PyDateTime_FromDateAndTime.
#define BtDateTime_FromDateAndTime(year, month, day, hour, minute, second, microsecond)                       \
    BtDateTimeAPI->DateTime_FromDateAndTime((year), (month), (day), (hour), (minute), (second), (microsecond), \
                                            Bt_None, BtDateTimeAPI->DateTimeType)
/// Make a datetime without a zone, with a fold. Mirrors: PyDateTime_FromDateAndTimeAndFold.
#define BtDateTime_FromDateAndTimeAndFold(year, month, day, hour, minute, second, microsecond, fold)           \
    BtDateTimeAPI->DateTime_FromDateAndTimeAndFold((year), (month), (day), (hour), (minute), (second),         \
                                                   (microsecond), Bt_None, (fold), BtDateTimeAPI->DateTimeType)
/// Make a time without a zone. Mirrors: PyTime_FromTime.
#define BtTime_FromTime(hour, minute, second, microsecond)                                     \
    BtDateTimeAPI->Time_FromTime((hour), (minute), (second), (microsecond), Bt_None,           \
                                 BtDateTimeAPI->TimeType)
/// Make a time without a zone, with a fold. Mirrors: PyTime_FromTimeAndFold.
#define BtTime_FromTimeAndFold(hour, minute, second, microsecond, fold)                               \
    BtDateTimeAPI->Time_FromTimeAndFold((hour), (minute), (second), (microsecond), Bt_None, (fold),   \
                                        BtDateTimeAPI->TimeType)
/// Make a timedelta of days, seconds and microseconds, of any sign and size. Mirrors: PyDelta_FromDSU.
#define BtDelta_FromDSU(days, seconds, microseconds) \
    BtDateTimeAPI->Delta_FromDelta((days), (seconds), (microseconds), 1, BtDateTimeAPI->DeltaType)
/// Make a timezone of a timedelta. Mirrors: PyTimeZone_FromOffset.
#define BtTimeZone_FromOffset(offset) BtDateTimeAPI->TimeZone_FromTimeZone((offset), NULL)
/// Make a timezone of a timedelta and a str. Mirrors: PyTimeZone_FromOffsetAndName.
#define BtTimeZone_FromOffsetAndName(offset, name) BtDateTimeAPI->TimeZone_FromTimeZone((offset), (name))
/// datetime.timezone.utc, borrowed. Mirrors: PyDateTime_TimeZone_UTC.
#define BtDateTime_TimeZone_UTC BtDateTimeAPI->TimeZone_UTC
/// Make a datetime as datetime.fromtimestamp(*args) does. Mirrors: PyDateTime_FromTimestamp.
#define BtDateTime_FromTimestamp(args) \
    BtDateTimeAPI->DateTime_FromTimestamp(BT_CAST(BtObject *, BtDateTimeAPI->DateTimeType), (args), NULL)
/// Make a date as date.fromtimestamp(*args) does. Mirrors: PyDate_FromTimestamp.
#define BtDate_FromTimestamp(args) \
    BtDateTimeAPI->Date_FromTimestamp(BT_CAST(BtObject *, BtDateTimeAPI->DateType), (args))

BT_END_DECLS

#endif
