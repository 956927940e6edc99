/// @file gallery.h
/// The module around a program of the gallery: one method, `run`, with one argument.
#ifndef GALLERY_H
#define GALLERY_H

#include <baton.h>

/// Make the module `name`, whose method `run` is the function of that name in this file.
#define GALLERY_MODULE(name)                                                                        \
    static BtMethodDef gallery_methods_[] = {BT_METHOD_ENTRY(run, NULL), BT_METHOD_END};            \
    static BtModuleDef gallery_module_ = {                                                          \
        BtModuleDef_HEAD_INIT, #name, NULL, 0, gallery_methods_, NULL, NULL, NULL, NULL};           \
    BtMODINIT_FUNC BtInit_##name(void) { return BtModuleDef_Init(&gallery_module_); }

#endif
