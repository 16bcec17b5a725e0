import Foundation

/// A picture of curves whose axes are both logarithmic, on a ground of its own, which follows the reader's choice of light
/// or dark and is readable on either page.
struct Chart {
    struct Point {
        let x: Double
        let nanoseconds: Double
    }

    struct Curve {
        let name: String
        let points: [Point]
    }

    let title: String
    let across: String
    let up: String
    let curves: [Curve]

    private static let (width, height) = (720.0, 420.0)
    private static let (left, right, top, bottom) = (86.0, 24.0, 52.0, 56.0)

    var svg: String {
        let points = curves.flatMap(\.points)
        let x = Axis(
            points.map(\.x), from: Self.left, to: Self.width - Self.right, fills: true)
        let y = Axis(points.map(\.nanoseconds), from: Self.height - Self.bottom, to: Self.top, fills: false)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img">
            <title>\(Self.escaped(title))</title>
            \(Self.style)
            <rect class="ground" width="100%" height="100%" rx="10"/>
            <text class="title" x="\(Int(Self.left))" y="30">\(Self.escaped(title))</text>
            \(grid(x, y))
            \(curves.enumerated().map { line($1, $0, x, y) }.joined(separator: "\n"))
            \(curves.enumerated().map { legend($1, $0) }.joined(separator: "\n"))
            </svg>

            """
    }

    private static let style = """
        <style>
        text { font: 13px system-ui, sans-serif; fill: #1d1d1f }
        .title { font-size: 16px; font-weight: 600 }
        .ground { fill: #fff; stroke: #d2d2d7 }
        .grid { stroke: #d2d2d7; stroke-width: 1 }
        .curve { fill: none; stroke-width: 2.5 }
        .c0 { stroke: #0066cc; fill: #0066cc } .c1 { stroke: #c93400; fill: #c93400 } .c2 { stroke: #248a3d; fill: #248a3d }
        .curve.c0, .curve.c1, .curve.c2 { fill: none }
        @media (prefers-color-scheme: dark) {
        text { fill: #f5f5f7 } .ground { fill: #1d1d1f; stroke: #424245 } .grid { stroke: #424245 }
        .c0 { stroke: #64b5ff; fill: #64b5ff } .c1 { stroke: #ff9f6b; fill: #ff9f6b } .c2 { stroke: #6ddb86; fill: #6ddb86 }
        }
        </style>
        """

    private func grid(_ x: Axis, _ y: Axis) -> String {
        let (low, high) = (Self.height - Self.bottom, Self.top)
        let vertical = x.ticks.map { tick in
            """
            <line class="grid" x1="\(x.text(tick))" y1="\(low)" x2="\(x.text(tick))" y2="\(high)"/>
            <text x="\(x.text(tick))" y="\(low + 20)" text-anchor="middle">\(Self.count(tick))</text>
            """
        }
        let horizontal = y.ticks.map { tick in
            """
            <line class="grid" x1="\(Self.left)" y1="\(y.text(tick))" x2="\(Self.width - Self.right)" y2="\(y.text(tick))"/>
            <text x="\(Self.left - 8)" y="\(y.text(tick, 4))" text-anchor="end">\(Self.time(tick))</text>
            """
        }
        let middle = (low + high) / 2
        return (vertical + horizontal).joined(separator: "\n")
            + """

            <text x="\((Self.left + Self.width - Self.right) / 2)" y="\(low + 42)" text-anchor="middle">\(across)</text>
            <text transform="rotate(-90 18 \(middle))" x="18" y="\(middle)" text-anchor="middle">\(up)</text>
            """
    }

    private func line(_ curve: Curve, _ index: Int, _ x: Axis, _ y: Axis) -> String {
        let places = curve.points.map { (x.text($0.x), y.text($0.nanoseconds)) }
        return
            "<polyline class=\"curve c\(index)\" points=\"\(places.map { "\($0),\($1)" }.joined(separator: " "))\"/>\n"
            + places.map { "<circle class=\"c\(index)\" cx=\"\($0)\" cy=\"\($1)\" r=\"3.5\"/>" }.joined(separator: "\n")
    }

    private func legend(_ curve: Curve, _ index: Int) -> String {
        let y = Self.top + 22 + Double(index) * 20
        return """
            <line class="curve c\(index)" x1="\(Self.left + 14)" y1="\(y - 4)" x2="\(Self.left + 40)" y2="\(y - 4)"/>
            <text x="\(Self.left + 48)" y="\(y)">\(Self.escaped(curve.name))</text>
            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    private static func count(_ number: Double) -> String {
        number >= 1_000 ? "\(Int(number) / 1_000),\(String(format: "%03d", Int(number) % 1_000))" : "\(Int(number))"
    }

    private static func time(_ nanoseconds: Double) -> String {
        nanoseconds >= 1e6
            ? "\(Int(nanoseconds / 1e6)) ms"
            : nanoseconds >= 1e3 ? "\(Int(nanoseconds / 1e3)) µs" : "\(Int(nanoseconds)) ns"
    }

    /// A logarithmic axis.
    private struct Axis {
        private let low: Double
        private let high: Double
        private let start: Double
        private let end: Double

        /// From the least of the values to the greatest where they fill it, and else from one power of ten to another, with
        /// one above them as room for the legend.
        init(_ values: [Double], from start: Double, to end: Double, fills: Bool) {
            let (least, greatest) = (log10(values.min() ?? 1), log10(values.max() ?? 10))
            low = fills ? least : least.rounded(.down)
            high = fills ? greatest : greatest.rounded(.up) + 1
            (self.start, self.end) = (start, end)
        }

        /// The powers of ten on the axis, and with two decades at most also what lies between.
        var ticks: [Double] {
            let powers = (Int(low.rounded(.down))...Int(high.rounded(.up))).map { pow(10, Double($0)) }
            let all = high - low > 2.5 ? powers : powers.flatMap { [$0, $0 * 2, $0 * 5] }
            return all.filter { (low - 1e-9...high + 1e-9).contains(log10($0)) }
        }

        func text(_ value: Double, _ offset: Double = 0) -> String {
            String(format: "%.1f", start + (log10(value) - low) / (high - low) * (end - start) + offset)
        }
    }
}
