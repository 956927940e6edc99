// swift-tools-version: 6.2
import PackageDescription

// Every Swift target: Swift 6 language mode, warnings are errors.
let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
]

// Every C target: the lock contract is checked by clang, warnings are errors.
let cSettings: [CSetting] = [
    .enableWarning("all"),
    .enableWarning("extra"),
    .enableWarning("pedantic"),
    .enableWarning("thread-safety"),
    .treatWarning("thread-safety", as: .error),
    .treatAllWarnings(as: .error),
    .disableWarning("nullability-extension"),
]

// An example is compiled as an outside author would who has the contract checked: it sees the headers and links nothing of
// Baton.
let exampleSettings: [CSetting] =
    cSettings + [
        .headerSearchPath("../../CShim/include/baton/checked"), .headerSearchPath("../../CShim/include"),
        .define("BT_CONTRACT", to: "strict"),
    ]

func example(_ name: String, folder: String, libraries: [String], other: [String]) -> Target {
    .target(
        name: name, path: "Examples/\(folder)", exclude: ["README.md", "Makefile"] + other, publicHeadersPath: ".",
        cSettings: exampleSettings, linkerSettings: libraries.map { .linkedLibrary($0) })
}

// A Swift target that sees the C API's headers and links nothing of the runtime: the library's Swift face, and modules
// written in Swift, whose symbols the program that imports them has.
let facesAPI: [CSetting] = [.headerSearchPath("../../CShim/include")]

// An example in C++. The header says of its classes what clang's analysis needs.
func cxxExample(_ name: String, folder: String, other: [String]) -> Target {
    .target(
        name: name, path: "Examples/\(folder)", exclude: ["README.md", "Makefile"] + other,
        publicHeadersPath: ".",
        cxxSettings: [
            .enableWarning("all"), .enableWarning("extra"), .enableWarning("pedantic"),
            .enableWarning("thread-safety"), .treatAllWarnings(as: .error),
            .headerSearchPath("../../CShim/include"),
        ])
}

func swiftExample(_ name: String, folder: String, other: [String]) -> Target {
    .target(
        name: name, dependencies: ["Baton"], path: "Examples/\(folder)",
        exclude: ["README.md", "Makefile"] + other,
        cSettings: facesAPI, swiftSettings: swiftSettings)
}

// An executable that loads extensions exports the C API to them.
let exportsAPI: [LinkerSetting] = [.unsafeFlags(["-Xlinker", "--export-dynamic"])]

let package = Package(
    name: "Baton",
    products: [
        // For a host application: the Swift face with the whole runtime behind it.
        .library(name: "Baton", type: .dynamic, targets: ["Baton", "BatonRuntime"]),
        // For a module written in Swift: the Swift face alone.
        .library(name: "BatonModule", type: .static, targets: ["Baton"]),
        .executable(name: "baton", targets: ["BatonCommand"]),
        .library(name: "batoncheck", type: .dynamic, targets: ["BatonCheck"]),
        .library(name: "zlib", type: .dynamic, targets: ["CompressionExtension"]),
        .library(name: "hashlib", type: .dynamic, targets: ["HashingExtension"]),
        .library(name: "image", type: .dynamic, targets: ["ImageExtension"]),
        .library(name: "wordcount", type: .dynamic, targets: ["WordCountExtension"]),
        .library(name: "matrix", type: .dynamic, targets: ["MatrixExtension"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .target(name: "CBaton", path: "CShim", cSettings: cSettings),
        .target(name: "BatonCheck", cSettings: cSettings + [.headerSearchPath("../../CShim/check")]),
        .systemLibrary(
            name: "CGMP", path: "Sources/CGMP", pkgConfig: "gmp", providers: [.apt(["libgmp-dev"]), .brew(["gmp"])]),
        .systemLibrary(
            name: "CFFI", path: "Sources/CFFI", pkgConfig: "libffi",
            providers: [.apt(["libffi-dev"]), .brew(["libffi"])]),
        .target(name: "BatonSyntax", swiftSettings: swiftSettings),
        .target(name: "BatonCompiler", dependencies: ["BatonSyntax"], swiftSettings: swiftSettings),
        .target(
            name: "BatonRuntime", dependencies: ["CBaton", "CFFI", "CGMP", "BatonCompiler"],
            exclude: ["Modules/Scripts"], swiftSettings: swiftSettings),
        .target(name: "Baton", cSettings: facesAPI, swiftSettings: swiftSettings),
        .executableTarget(
            name: "BatonCommand",
            dependencies: [
                "BatonRuntime", "CBaton", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            resources: [.embedInCode("Project/Templates"), .embedInCode("Testing/run_tests.py")],
            swiftSettings: swiftSettings, linkerSettings: exportsAPI),
        example("CompressionExtension", folder: "Compression", libraries: ["z"], other: ["test_zlib.py"]),
        example("HashingExtension", folder: "Hashing", libraries: ["crypto", "b2"], other: ["test_hashlib.py"]),
        example(
            "MatrixExtension", folder: "Matrix", libraries: ["openblas", "lapacke", "m"],
            other: ["kernels.inc", "test_matrix.py"]),
        cxxExample("ImageExtension", folder: "Image", other: ["many_frames.py", "test_image.py"]),
        swiftExample("WordCountExtension", folder: "WordCount", other: ["test_wordcount.py"]),
        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: swiftSettings),
        .testTarget(
            name: "BatonSyntaxTests", dependencies: ["BatonSyntax", "TestSupport"], exclude: ["Cases"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "BatonCompilerTests", dependencies: ["BatonCompiler", "TestSupport"], swiftSettings: swiftSettings),
        .testTarget(
            name: "BatonRuntimeTests", dependencies: ["BatonRuntime", "TestSupport"], swiftSettings: swiftSettings,
            linkerSettings: exportsAPI),
        .testTarget(
            name: "BatonCommandTests", dependencies: ["BatonCommand"], swiftSettings: swiftSettings,
            linkerSettings: exportsAPI),
        .testTarget(
            name: "BatonTests", dependencies: ["Baton", "BatonRuntime", "TestSupport"],
            swiftSettings: swiftSettings, linkerSettings: exportsAPI),
    ],
    cxxLanguageStandard: .cxx17
)
