// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("InternalImportsByDefault"),
]
let bylaw: Target.Dependency = .product(name: "Bylaw", package: "bylaw")

// What is measured rather than tested. Nothing that users of Bylaw build depends on this package.
let package = Package(
    name: "bylaw-benchmarks",
    platforms: [.macOS(.v15)],
    traits: [.trait(name: "PostgreSQL", description: "Measure the ledger in PostgreSQL too.")],
    dependencies: [
        .package(
            name: "bylaw", path: "..",
            traits: [.defaults, .trait(name: "PostgreSQL", condition: .when(traits: ["PostgreSQL"]))]),
        // Without its traits: they replace malloc, as AllocationCount does.
        .package(url: "https://github.com/ordo-one/benchmark.git", from: "1.38.1", traits: []),
    ],
    targets: [
        .target(name: "AllocationCount"),
        .target(name: "MeasuredRegion"),
        .target(
            name: "BenchmarkWork", dependencies: ["AllocationCount", "MeasuredRegion", bylaw], swiftSettings: settings),
        .executableTarget(name: "bylaw-peer", dependencies: ["BenchmarkWork", bylaw], swiftSettings: settings),
        .executableTarget(name: "bylaw-bench", dependencies: ["BenchmarkWork"], swiftSettings: settings),
        .executableTarget(
            name: "Decisions",
            dependencies: ["BenchmarkWork", .product(name: "Benchmark", package: "benchmark")],
            path: "Benchmarks/Decisions", swiftSettings: settings,
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        .executableTarget(name: "measure-text", dependencies: [bylaw], swiftSettings: settings),
        .executableTarget(
            name: "measure-ledger",
            dependencies: [
                bylaw, .product(name: "BylawSQLite", package: "bylaw"),
                .product(name: "BylawPostgres", package: "bylaw", condition: .when(traits: ["PostgreSQL"])),
            ], swiftSettings: settings),
    ]
)
