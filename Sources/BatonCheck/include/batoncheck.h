/// @file batoncheck.h
/// libbatoncheck.so: preloaded before the C library, it shows the run-time checks which mutexes a thread holds (R8) and what
/// memory is freed (R6). `baton --check` preloads it; an application that embeds Baton is started with
/// `LD_PRELOAD=libbatoncheck.so`. Without a runtime that checks it passes every call on. It has no functions to call.
#ifndef BATONCHECK_H
#define BATONCHECK_H
#endif
