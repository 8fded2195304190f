//! How generated types keep their members: whether one may be missing or `null`, and dates.

use serde::de::Error;
use serde::ser::Serialize;
use time::OffsetDateTime;

use super::members::Target;
use crate::timestamp::Timestamp;

/// A member that must be there.
pub mod required {
    use super::*;

    pub fn read<V, E: Error>(slot: Option<V>, member: &'static str) -> Result<V, E> {
        slot.ok_or_else(|| E::missing_field(member))
    }

    pub fn write<V: Serialize, T: Target>(
        value: &V,
        to: &mut T,
        member: &str,
    ) -> Result<(), T::Error> {
        to.member(member, value)
    }
}

/// A member that may be missing; `null` is read as that.
pub mod optional {
    use super::*;

    pub fn read<V, E: Error>(slot: Option<Option<V>>, _: &'static str) -> Result<Option<V>, E> {
        Ok(slot.flatten())
    }

    pub fn write<V: Serialize, T: Target>(
        value: &Option<V>,
        to: &mut T,
        member: &str,
    ) -> Result<(), T::Error> {
        value.iter().try_for_each(|value| to.member(member, value))
    }
}

/// A member that is always written, be it as `null`.
pub mod nullable {
    use super::*;

    pub fn read<V, E: Error>(slot: Option<Option<V>>, _: &'static str) -> Result<Option<V>, E> {
        Ok(slot.flatten())
    }

    pub fn write<V: Serialize, T: Target>(
        value: &Option<V>,
        to: &mut T,
        member: &str,
    ) -> Result<(), T::Error> {
        to.member(member, value)
    }
}

/// A date that must be there.
pub mod date {
    use super::*;

    pub fn read<E: Error>(
        slot: Option<Timestamp>,
        member: &'static str,
    ) -> Result<OffsetDateTime, E> {
        required::read(slot, member).map(|date| date.0)
    }

    pub fn write<T: Target>(
        value: &OffsetDateTime,
        to: &mut T,
        member: &str,
    ) -> Result<(), T::Error> {
        to.member(member, &Timestamp(*value))
    }
}

/// A date that may be missing; `null` is read as that.
pub mod optional_date {
    use super::*;

    pub fn read<E: Error>(
        slot: Option<Option<Timestamp>>,
        _: &'static str,
    ) -> Result<Option<OffsetDateTime>, E> {
        Ok(slot.flatten().map(|date| date.0))
    }

    pub fn write<T: Target>(
        value: &Option<OffsetDateTime>,
        to: &mut T,
        member: &str,
    ) -> Result<(), T::Error> {
        optional::write(&value.map(Timestamp), to, member)
    }
}
