//! Whose portal it is, what its PRM can do, and what its deals are asked.

use crate::api::{Api, Fetch, Remote, use_api, use_remote};
use crate::parts::FormHandle;
use gloo::utils::{document, document_element};
use portico_contract::capability::Capabilities;
use portico_contract::deal::DealForm;
use portico_contract::tenant::{Brand, Tenant};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// The tenant and its PRM.
#[derive(Clone, Debug, PartialEq)]
pub struct Portal {
    pub tenant: Tenant,
    pub capabilities: Capabilities,
}

impl Portal {
    /// Whether the PRM can do it and the tenant uses it.
    #[must_use]
    pub fn has(&self, capability: &str) -> bool {
        let area = capability.split('.').next().unwrap_or(capability);
        let used = !matches!(area, "deals" | "assets" | "learning" | "campaigns" | "leads" | "funds")
            || self.tenant.features.iter().any(|feature| feature == area);
        used && self.capabilities.has(capability)
    }
}

/// The portal in the context, with how to ask for it again.
#[derive(Clone, PartialEq)]
pub struct PortalHandle {
    pub remote: Rc<Remote<Rc<Portal>>>,
    pub reload: Callback<()>,
}

/// The portal, where it is known already.
#[hook]
pub fn use_portal() -> Option<Rc<Portal>> {
    use_context::<PortalHandle>().and_then(|handle| handle.remote.value().cloned())
}

/// Whether the PRM can do it and the tenant uses it.
#[hook]
pub fn use_can(capability: &'static str) -> bool {
    use_portal().is_some_and(|portal| portal.has(capability))
}

/// Asks whose portal it is and what it can do, at once, and gives the page its name and colours. Used once, by the app.
#[hook]
pub fn use_portal_kept(api: &Api) -> PortalHandle {
    let portal = use_remote(api.clone(), |api| -> Fetch<Rc<Portal>> {
        let (tenant, capabilities) = (api.tenant(), api.capabilities());
        Box::pin(async move {
            // Both requests were sent above; here they are waited for.
            let tenant = tenant.await?;
            Ok(Rc::new(Portal { tenant, capabilities: capabilities.await? }))
        })
    });
    let remote = portal.get();
    use_effect_with(remote.value().cloned(), |portal| {
        if let Some(portal) = portal {
            wear(portal.tenant.brand);
            document().set_title(&portal.tenant.name);
        }
    });
    PortalHandle { remote, reload: portal.reload }
}

/// Gives the page the tenant's colours: two numbers, through `setProperty` alone.
fn wear(brand: Brand) {
    let Ok(root) = document_element().dyn_into::<web_sys::HtmlElement>() else { return };
    // The browser writes the number, so that the program needs no code for floats.
    let text = |number: f64| js_sys::Number::from(number).to_string_with_radix(10).unwrap_or_default();
    for (property, number) in [("--brand-h", brand.hue), ("--brand-c", brand.chroma)] {
        // The server's page has them already; another host's may not.
        let _ = root.style().set_property(property, &String::from(text(number)));
    }
}

/// Asks once what registrations ask for, for everything that names a product or a stage. Used once, by the app.
#[hook]
pub fn use_form_kept(language: AttrValue) -> FormHandle {
    let api = use_api();
    let form = use_remote((api, language), |(api, language)| -> Fetch<Rc<DealForm>> {
        let form = api.deal_form(language);
        Box::pin(async move { form.await.map(Rc::new) })
    });
    FormHandle { remote: form.get(), reload: form.reload }
}
