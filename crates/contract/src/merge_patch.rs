//! Merge patches (RFC 7396): applied to a value, and made of two.
//!
//! Considered: `json-patch` has the first, with the whole of RFC 6902 beside it, and not the second; these are the ten
//! lines of the RFC and their way back.

use serde_json::{Map, Value};

/// RFC 7396, section 2: members of the patch replace, null takes away.
pub fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(target) = target else { return };
    for (name, value) in patch {
        if value.is_null() {
            target.remove(name);
        } else {
            merge(target.entry(name.clone()).or_insert(Value::Null), value);
        }
    }
}

/// The patch that makes `after` of `before`; none where they are the same. A member that is null counts as absent.
pub fn diff(before: &Value, after: &Value) -> Option<Value> {
    let (Value::Object(before), Value::Object(after)) = (before, after) else {
        return (before != after).then(|| after.clone());
    };
    let absent = &Value::Null;
    let mut patch = Map::new();
    for name in before.keys().chain(after.keys().filter(|name| !before.contains_key(*name))) {
        let (was, is) = (before.get(name).unwrap_or(absent), after.get(name).unwrap_or(absent));
        if let Some(changed) = diff(was, is) {
            patch.insert(name.clone(), changed);
        }
    }
    (!patch.is_empty()).then_some(Value::Object(patch))
}

#[cfg(test)]
mod tests {
    use super::{diff, merge};
    use proptest::prelude::*;
    use serde_json::{Value, json};

    #[test]
    fn a_merge_patch_does_what_the_examples_of_rfc_7396_say() {
        for (original, patch, result) in [
            (json!({"a": "b"}), json!({"a": "c"}), json!({"a": "c"})),
            (json!({"a": "b"}), json!({"b": "c"}), json!({"a": "b", "b": "c"})),
            (json!({"a": "b"}), json!({"a": null}), json!({})),
            (json!({"a": ["b"]}), json!({"a": "c"}), json!({"a": "c"})),
            (json!({"a": {"b": "c"}}), json!({"a": {"b": "d", "c": null}}), json!({"a": {"b": "d"}})),
            (json!({"a": [{"b": "c"}]}), json!({"a": [1]}), json!({"a": [1]})),
            (json!(["a", "b"]), json!(["c", "d"]), json!(["c", "d"])),
            (json!({"a": "foo"}), json!(null), json!(null)),
            (json!({}), json!({"a": {"bb": {"ccc": null}}}), json!({"a": {"bb": {}}})),
        ] {
            let mut target = original;
            merge(&mut target, &patch);
            assert_eq!(target, result);
        }
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![any::<u8>().prop_map(Value::from), "[a-c]{0,2}".prop_map(Value::from)];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
                prop::collection::hash_map("[a-d]", inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_patch_of_two_values_makes_one_of_the_other(before in any_value(), after in any_value()) {
            let mut made = before.clone();
            if let Some(patch) = diff(&before, &after) {
                merge(&mut made, &patch);
            }
            prop_assert_eq!(&made, &after);
            prop_assert_eq!(diff(&after, &after), None);
        }
    }
}
