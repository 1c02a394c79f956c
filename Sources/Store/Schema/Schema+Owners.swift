/// Version 2: whose a number is, beside the number.
extension Schema {
  static let owners = """
    -- How many contacts have the number; who has it and what he is called, where it is one. Follows
    -- from contact_number and the contact's name (NumberOwners), so that a page of the log reads neither.
    ALTER TABLE number ADD COLUMN owners INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE number ADD COLUMN owner_id INTEGER;
    ALTER TABLE number ADD COLUMN owner_name TEXT;
    UPDATE number SET \(ownerColumns) = \(presentOwner)
    WHERE id IN (SELECT number_id FROM contact_number);
    """

  static let ownerColumns = "(owners, owner_id, owner_name)"

  /// What they have to be, in a statement about `number`.
  static let presentOwner = """
    (SELECT count(*), iif(count(*) = 1, min(o.id), NULL), iif(count(*) = 1, min(o.name), NULL)
      FROM contact_number n JOIN contact o ON o.id = n.contact_id WHERE n.number_id = number.id)
    """
}
