import Domain

/// Where the provider's phone leads to: pages of another CRM where a template for them is set, else
/// screens of this console.
struct ProviderLinks {
  private let templates: LinkTemplates

  init(_ templates: LinkTemplates) {
    self.templates = templates
  }

  func contact(_ contact: Contact) -> String {
    fill(templates.contact, id: contact.id.rawValue, contact.numbers.first?.number.text)
      ?? CarbookLink.contact(contact.id).text
  }

  /// This console knows no leads.
  func lead(_ contact: Contact) -> String? {
    fill(templates.lead, id: contact.id.rawValue, contact.numbers.first?.number.text)
  }

  func deal(_ order: OrderReference) -> String {
    fill(templates.deal, id: order.id.rawValue, order.number)
      ?? CarbookLink.order(order.number).text
  }

  /// A number that is nobody's has no id.
  func newClient(_ number: PhoneNumber) -> String {
    fill(templates.contact, id: nil, number.text) ?? CarbookLink.newClient(number).text
  }

  func newLead(_ number: PhoneNumber) -> String? {
    fill(templates.lead, id: nil, number.text)
  }

  /// Nil where there is no template, or it wants what there is not.
  private func fill(_ template: String?, id: Int64?, _ number: String?) -> String? {
    guard var text = template else { return nil }
    for (name, value) in [("{id}", id.map(String.init)), ("{number}", number)]
    where text.contains(name) {
      guard let value else { return nil }
      text = text.replacing(name, with: value.percentEncoded)
    }
    return text
  }
}
