// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The types of the schema `prices-request`.

/// A condition on one property of a price. Give both fields.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct PriceFilter {
    /// What to compare. `instanceType`, `region`, `zone` and `type` must equal the restriction or
    /// be one of its strings, and `price` must equal it. `minPrice` and `maxPrice` are inclusive
    /// bounds for the price, in US dollars per hour.
    pub key: Option<PriceFilterKey>,
    /// What to compare with: a number for the three keys about the price, a string or a list of
    /// strings for the others.
    pub restriction: Option<PriceFilterValue>,
}

taskcluster_core::members! {
    PriceFilter {
        0 key = "key": optional,
        1 restriction = "restriction": optional,
    }
}

impl PriceFilter {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`key`](Self::key).
    #[must_use]
    pub fn key(mut self, key: PriceFilterKey) -> Self {
        self.key = Some(key);
        self
    }

    /// Sets [`restriction`](Self::restriction).
    #[must_use]
    pub fn restriction(mut self, restriction: impl Into<PriceFilterValue>) -> Self {
        self.restriction = Some(restriction.into());
        self
    }
}

taskcluster_core::string_enum! {
    /// What to compare. `instanceType`, `region`, `zone` and `type` must equal the restriction or
    /// be one of its strings, and `price` must equal it. `minPrice` and `maxPrice` are inclusive
    /// bounds for the price, in US dollars per hour.
    ///
    /// Until 2019.
    pub enum PriceFilterKey {
        /// `instanceType`
        InstanceType = "instanceType",
        /// `region`
        Region = "region",
        /// `price`
        Price = "price",
        /// `minPrice`
        MinPrice = "minPrice",
        /// `maxPrice`
        MaxPrice = "maxPrice",
        /// `zone`
        Zone = "zone",
        /// `type`
        Type = "type",
    }
}

taskcluster_core::untagged_union! {
    /// What to compare with: a number for the three keys about the price, a string or a list of
    /// strings for the others.
    ///
    /// Until 2019.
    pub enum PriceFilterValue {
        /// A price in US dollars per hour.
        Number(f64),
        /// The only accepted value, or a price written as a string.
        Text(String),
        /// The accepted values, any of which will do. Not for the keys about the price.
        TextList(Vec<String>),
    }
}

taskcluster_core::from_variant!(PriceFilterValue::Number(f64));

taskcluster_core::from_variant!(PriceFilterValue::Text(String));

taskcluster_core::from_variant!(PriceFilterValue::TextList(Vec<String>));
