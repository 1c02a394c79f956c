/// A binary heap: the first element in the given order is at hand, whatever is put in.
struct Heap<Element> {
  private var elements: [Element] = []
  private let precedes: (Element, Element) -> Bool

  init(_ elements: [Element], precedes: @escaping (Element, Element) -> Bool) {
    self.elements = elements
    self.precedes = precedes
    for index in stride(from: elements.count / 2 - 1, through: 0, by: -1) { sink(index) }
  }

  var first: Element? { elements.first }

  /// Puts another element in the first one's place.
  mutating func replaceFirst(with element: Element) {
    elements[0] = element
    sink(0)
  }

  mutating func removeFirst() {
    elements.swapAt(0, elements.count - 1)
    elements.removeLast()
    sink(0)
  }

  private mutating func sink(_ start: Int) {
    var index = start
    while true {
      var best = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < elements.count && precedes(elements[child], elements[best]) {
        best = child
      }
      guard best != index else { return }
      elements.swapAt(index, best)
      index = best
    }
  }
}
