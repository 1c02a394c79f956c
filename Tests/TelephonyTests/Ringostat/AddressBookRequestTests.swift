import Domain
import Foundation
import Testing

@testable import Telephony

/// The bodies of contacts/sync and organizations/sync, field by field as in the documents.
@Suite struct AddressBookRequestTests {
  @Test func everyFieldOfAContactIsSent() {
    let entry = AddressBookEntry(
      externalID: "42", fullName: "Іваненко \"Олена\"", responsible: "manager1", staffID: "1111",
      contactLink: "https://crmname.com/contact/6835653",
      leadLink: "https://crmname.com/lead/7895643", dealLink: "https://crmname.com/deal/1835367",
      googleClientID: "GA1.2.3",
      organizations: [AddressBookOrganization(externalID: "7", name: "Organization name")],
      directions: [
        .init(kind: .phone, name: "mobile", value: "+380111111111"),
        .init(kind: .email, name: "Client name", value: "c@example.com"),
      ])
    let request = AddressBookRequest.contacts([entry], project: "106")
    #expect(request.method == .post)
    #expect(request.path == "/minicrm/contacts/sync")
    #expect(
      request.body == #"""
        {"contacts":[{"projectId":106,"fullName":"Іваненко \"Олена\"","origin":"Carbook",\#
        "externalId":"42","leadId":null,"responsible":"manager1","staffId":"1111",\#
        "contactLink":"https://crmname.com/contact/6835653",\#
        "leadLink":"https://crmname.com/lead/7895643","dealLink":"https://crmname.com/deal/1835367",\#
        "googleClientId":"GA1.2.3","organizations":[{"projectId":106,"name":"Organization name",\#
        "externalId":"7","origin":"Carbook"}],"contactDirections":[\#
        {"name":"mobile","type":"phone","value":"+380111111111"},\#
        {"name":"Client name","type":"email","value":"c@example.com"}]}]}
        """#)
  }

  @Test func whatIsNotKnownIsNull() {
    let entry = AddressBookEntry(
      externalID: "1", fullName: "+380501112233", responsible: "system",
      directions: [.init(kind: .phone, name: "+380501112233", value: "+380501112233")])
    #expect(
      AddressBookRequest.contacts([entry], project: "106").body == #"""
        {"contacts":[{"projectId":106,"fullName":"+380501112233","origin":"Carbook",\#
        "externalId":"1","leadId":null,"responsible":"system","staffId":null,"contactLink":null,\#
        "leadLink":null,"dealLink":null,"googleClientId":null,"organizations":null,\#
        "contactDirections":[{"name":"+380501112233","type":"phone","value":"+380501112233"}]}]}
        """#)
  }

  @Test func organizationsAreAsInTheDocument() {
    let organizations = (1...2).map {
      AddressBookOrganization(externalID: "\($0)", name: "organization\($0)")
    }
    let request = AddressBookRequest.organizations(organizations, project: "106")
    #expect(request.path == "/minicrm/organizations/sync")
    #expect(
      request.body == #"""
        {"organizations":[\#
        {"projectId":106,"name":"organization1","externalId":"1","origin":"Carbook"},\#
        {"projectId":106,"name":"organization2","externalId":"2","origin":"Carbook"}]}
        """#)
  }

  @Test func whateverANameHoldsTheBodyIsJSON() throws {
    for name in ["\u{0}\u{1F}\u{7F}", "\\\"\n\t", "\u{202E}𝄞\u{2028}", "}]{[\",null"] {
      let entry = AddressBookEntry(
        externalID: "1", fullName: name, responsible: name,
        directions: [.init(kind: .phone, name: name, value: "1")])
      let body = try #require(AddressBookRequest.contacts([entry], project: "1").body)
      let read = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
      let contact = (read?["contacts"] as? [[String: Any]])?.first
      #expect(contact?["fullName"] as? String == name)
      #expect(contact?.count == 13)
    }
  }
}
