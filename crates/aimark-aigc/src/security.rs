//! The signature over a label: the envelope `SecurityData` of TC260-PG-202511A, in `ReservedCode1`.
