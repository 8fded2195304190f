//! Calls with query options of their own: macros of which generated code makes a type for each.
//!
//! Such a type has the verbs of the [`Call`](crate::Call) inside, which [`From`] and `into_call` give.

/// Defines a call with query options of its own, and says with `as Page` that it lists something.
/// [`limit`](crate::Call::limit) and [`continuation_token`](crate::Call::continuation_token) alone
/// need none of this.
#[doc(hidden)]
#[macro_export]
macro_rules! call_with_options {
    ($(#[$meta:meta])* pub struct $name:ident -> $output:ty $(as $page:ident)? {
        $($(#[$option_meta:meta])* $option:ident: $type:ty = $key:literal,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone)]
        #[must_use = "a call does nothing until it is sent"]
        pub struct $name<C>($crate::Call<C, $output>);

        impl<C> $name<C> {
            $($(#[$option_meta])*
            pub fn $option(self, value: $type) -> Self {
                Self(self.0.option($key, value))
            })+

            /// Limits this call to some of the credentials' scopes; see
            /// [`Call::authorized_scopes`](taskcluster_core::Call::authorized_scopes).
            pub fn authorized_scopes<S: Into<String>>(
                self,
                scopes: impl IntoIterator<Item = S>,
            ) -> Self {
                Self(self.0.authorized_scopes(scopes))
            }

            /// Retries this call by a policy of its own.
            pub fn retry(self, policy: $crate::RetryPolicy) -> Self {
                Self(self.0.retry(policy))
            }

            /// This call without options of its own, as code takes it that is written for any call.
            pub fn into_call(self) -> $crate::Call<C, $output> {
                self.0
            }
        }

        $($crate::call_with_options!(@list $page $name $output);)?
        $crate::blocking_verbs!($name, $output);
        $crate::async_verbs!($name, $output);

        impl<C> From<$crate::Call<C, $output>> for $name<C> {
            fn from(call: $crate::Call<C, $output>) -> Self {
                Self(call)
            }
        }

        impl<C> From<$name<C>> for $crate::Call<C, $output> {
            fn from(call: $name<C>) -> Self {
                call.0
            }
        }

        impl<C> ::std::ops::Deref for $name<C> {
            type Target = $crate::Call<C, $output>;

            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        impl<C> ::std::fmt::Debug for $name<C> {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
    (@list Page $name:ident $output:ty) => {
        impl<C> $name<C> {
            /// All pages, each fetched when it is asked for.
            pub fn pages(self) -> $crate::Pages<C, $output> {
                self.0.pages()
            }

            /// All items of all pages, fetched page by page as they are asked for.
            pub fn items(self) -> $crate::Items<C, $output> {
                self.0.items()
            }
        }
    };
}

/// The verbs that send, for one kind of client.
#[doc(hidden)]
#[macro_export]
macro_rules! verbs {
    ($name:ident, $output:ty, $client:ty $(, $async:tt $await:tt)?) => {
        impl $name<$client> {
            /// Sends the call; see [`Call::send`](taskcluster_core::Call::send).
            ///
            /// # Errors
            /// See [`Error`](taskcluster_core::Error).
            pub $($async)? fn send(self) -> $crate::Result<$output> {
                self.0.send()$(.$await)?
            }

            /// Sends the call and reads the answer as a type of your own.
            ///
            /// # Errors
            /// See [`Error`](taskcluster_core::Error).
            pub $($async)? fn send_as<U>(self) -> $crate::Result<U>
            where
                U: ::serde::de::DeserializeOwned,
            {
                self.0.send_as()$(.$await)?
            }

            /// Sends the call and reads the answer as a JSON value.
            ///
            /// # Errors
            /// See [`Error`](taskcluster_core::Error).
            pub $($async)? fn raw(self) -> $crate::Result<$crate::json::Value> {
                self.0.raw()$(.$await)?
            }

            /// Sends the call and returns the whole answer: status, headers, bytes.
            ///
            /// # Errors
            /// See [`Error`](taskcluster_core::Error).
            pub $($async)? fn response(self) -> $crate::Result<$crate::Response> {
                self.0.response()$(.$await)?
            }
        }
    };
}

/// The verbs of the blocking client, where it is there: only this crate knows whether.
#[cfg(feature = "blocking")]
#[doc(hidden)]
#[macro_export]
macro_rules! blocking_verbs {
    ($name:ident, $output:ty) => {
        $crate::verbs!($name, $output, $crate::Client);
    };
}

#[cfg(not(feature = "blocking"))]
#[doc(hidden)]
#[macro_export]
macro_rules! blocking_verbs {
    ($name:ident, $output:ty) => {};
}

/// The verbs of the asynchronous client, where it is there: only this crate knows whether.
#[cfg(feature = "async")]
#[doc(hidden)]
#[macro_export]
macro_rules! async_verbs {
    ($name:ident, $output:ty) => {
        $crate::verbs!($name, $output, $crate::AsyncClient, async await);

        impl ::std::future::IntoFuture for $name<$crate::AsyncClient> {
            type Output = $crate::Result<$output>;
            type IntoFuture = $crate::BoxFuture<'static, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                self.0.into_future()
            }
        }
    };
}

#[cfg(not(feature = "async"))]
#[doc(hidden)]
#[macro_export]
macro_rules! async_verbs {
    ($name:ident, $output:ty) => {};
}
