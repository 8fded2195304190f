//! What a type is used for: as a payload, as a page of a list.

use super::super::model::{Item, PageShape, Type};
use super::Types;

impl Types<'_> {
    /// Notes that callers build values of a type, and of all that it is made of.
    pub fn mark_input(&mut self, ty: &Type) {
        match ty {
            Type::Named(name) | Type::Boxed(name) => {
                let Some((_, Some(item))) = self.items.get_mut(name) else {
                    return;
                };
                let inner: Vec<Type> = match item {
                    Item::Struct(item) if !item.input => {
                        item.input = true;
                        let open = item.open.clone();
                        item.fields
                            .iter()
                            .map(|field| field.ty.clone())
                            .chain(open)
                            .collect()
                    }
                    Item::Union(item) if !item.input => {
                        item.input = true;
                        item.variants
                            .iter()
                            .map(|variant| variant.ty.clone())
                            .collect()
                    }
                    _ => return,
                };
                inner.iter().for_each(|ty| self.mark_input(ty));
            }
            Type::List(of) | Type::Map(of) | Type::Nullable(of) => self.mark_input(of),
            _ => {}
        }
    }

    /// Notes that an answer is a page of a list, if it is: it has a continuation token and exactly
    /// one list.
    pub fn mark_page(&mut self, answer: &Type) -> bool {
        let Type::Named(name) = answer else {
            return false;
        };
        let Some((_, Some(Item::Struct(item)))) = self.items.get_mut(name) else {
            return false;
        };
        let token = item
            .fields
            .iter()
            .find(|field| field.name == "continuationToken" && field.ty == Type::Text);
        let mut lists = item.fields.iter().filter_map(|field| match &field.ty {
            Type::List(of) => Some((field, of)),
            _ => None,
        });
        let (Some(token), Some((items, of)), None) = (token, lists.next(), lists.next()) else {
            return false;
        };
        item.page = Some(PageShape {
            token: token.rust.clone(),
            token_required: token.required,
            items: items.rust.clone(),
            items_required: items.required,
            item: (**of).clone(),
        });
        true
    }
}
