/// The files of a new project: those of `Project/Templates/`, which the program holds, with the extension's name in the place
/// of the word "sample".
struct ProjectTemplate {
    struct File {
        /// Where it stands in the project.
        let path: String
        let text: String
    }

    let files: [File]

    init(name: String, language: ProjectLanguage) {
        let own: [(String, [UInt8])] =
            switch language {
            case .c:
                [
                    ("baton.json", PackageResources.baton_c_json), ("README.md", PackageResources.README_c_md),
                    ("Makefile", PackageResources.Makefile_c), ("CMakeLists.txt", PackageResources.CMakeLists_c_txt),
                    ("src/sample.h", PackageResources.sample_h), ("src/module.c", PackageResources.module_c),
                    ("src/histogram.c", PackageResources.histogram_c), ("src/kernels.c", PackageResources.kernels_c),
                ]
            case .cPlusPlus:
                [
                    ("baton.json", PackageResources.baton_cpp_json), ("README.md", PackageResources.README_cpp_md),
                    ("Makefile", PackageResources.Makefile_cpp),
                    ("CMakeLists.txt", PackageResources.CMakeLists_cpp_txt),
                    ("src/sample.hpp", PackageResources.sample_hpp), ("src/module.cpp", PackageResources.module_cpp),
                    ("src/histogram.cpp", PackageResources.histogram_cpp),
                    ("src/kernels.cpp", PackageResources.kernels_cpp),
                ]
            case .swift:
                [
                    ("baton.json", PackageResources.baton_swift_json),
                    ("README.md", PackageResources.README_swift_md), ("Makefile", PackageResources.Makefile_swift_mk),
                    ("CMakeLists.txt", PackageResources.CMakeLists_swift_txt),
                    ("src/Module.swift", PackageResources.Module_swift),
                    ("src/Functions.swift", PackageResources.Functions_swift),
                    ("src/Kernels.swift", PackageResources.Kernels_swift),
                ]
            }
        let shared: [(String, [UInt8])] = [
            ("tests/test_sample.py", PackageResources.test_sample_py),
            ("benchmarks/bench_sample.py", PackageResources.bench_sample_py),
            (".github/workflows/ci.yml", PackageResources.ci_yml), (".gitignore", PackageResources.gitignore),
        ]
        files = (own + shared).map { path, bytes in
            File(path: Self.named(path, name), text: Self.named(String(decoding: bytes, as: UTF8.self), name))
        }
    }

    private static func named(_ text: String, _ name: String) -> String {
        text.replacing("sample", with: name).replacing("SAMPLE", with: name.uppercased())
    }
}
