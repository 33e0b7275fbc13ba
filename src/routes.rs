//! Every address of the product, in reading order, each with its policy. GET also answers HEAD.

use actix_web::http::Method;
use actix_web::web::{Data, Payload, ServiceConfig};
use actix_web::{HttpRequest, guard};

use crate::app::App;
use crate::people::rules::Act::{Add, Approve, Draft, Manage, Read, ReadAdmin, ReadLog};
use crate::web::Who::{Guest, May, Reader};
use crate::web::{Endpoint, FILE, SMALL, TEXT, assets, get, post};
use crate::{
    admin, articles, checks, claims, corrections, discussion, evidence, external, finding, insights, notifications,
    people, publication, web,
};

/// An address with what it answers.
type Route = (&'static str, Vec<Endpoint>);

/// The map.
pub fn table() -> Vec<Route> {
    [public(), doors(), desk_articles(), desk_claims(), desk_sources(), desk_checks(), desk_rest(), admin_pages()]
        .concat()
}

fn public() -> Vec<Route> {
    use publication::pages as p;
    vec![
        ("/", vec![get(Reader, p::home)]),
        ("/checks", vec![get(Reader, publication::list_pages::checks)]),
        ("/checks/{slug}", vec![get(Reader, p::check)]),
        ("/checks/{slug}/versions/{n}", vec![get(Reader, p::version)]),
        ("/checks/{slug}/evidence/{n}", vec![get(Reader, publication::evidence_pages::evidence)]),
        ("/checks/{slug}/annotation.json", vec![get(Reader, p::annotation)]),
        ("/timegate/{address:.*}", vec![get(Reader, publication::memento_pages::gate)]),
        ("/timemap/{address:.*}", vec![get(Reader, publication::memento_pages::map)]),
        ("/articles/{slug}", vec![get(Reader, p::article)]),
        ("/methodology", vec![get(Reader, p::methodology)]),
        ("/corrections", vec![get(Reader, corrections::public_pages::list)]),
        ("/feeds/corrections.atom", vec![get(Reader, corrections::public_pages::feed)]),
        ("/corrections/policy", vec![get(Reader, p::corrections_policy)]),
        ("/about/{page}", vec![get(Reader, p::about)]),
        ("/sitemap.xml", vec![get(Reader, p::sitemap)]),
        ("/robots.txt", vec![get(Reader, p::robots)]),
        ("/assets/{build}/{file:.*}", vec![get(Reader, assets::file)]),
        ("/healthz", vec![get(Reader, p::healthz)]),
        ("/readyz", vec![get(Reader, p::readyz)]),
    ]
}

fn doors() -> Vec<Route> {
    use people::pages as p;
    vec![
        ("/login", vec![get(Guest, p::login), post(Guest, SMALL, p::sign_in)]),
        ("/logout", vec![post(May(Read), SMALL, p::logout)]),
        ("/setup", vec![get(Guest, p::set_up), post(Guest, SMALL, p::make_desk)]),
        ("/invitations/{token}", vec![get(Guest, p::invitation), post(Guest, SMALL, p::join)]),
        ("/account", vec![get(May(Read), p::account)]),
        ("/account/password", vec![post(May(Read), SMALL, p::change_password)]),
        ("/account/sessions", vec![post(May(Read), SMALL, p::end_sessions)]),
        ("/account/theme", vec![post(May(Read), SMALL, p::theme)]),
        ("/desk", vec![get(May(Read), checks::queue_pages::work)]),
        ("/desk/kept/{token}", vec![get(May(Read), p::kept)]),
    ]
}

fn desk_articles() -> Vec<Route> {
    use articles::line_pages as l;
    use articles::pages as p;
    use articles::version_pages as v;
    vec![
        ("/desk/articles", vec![get(May(Read), p::list), post(May(Add), FILE, p::create)]),
        ("/desk/articles/new", vec![get(May(Add), p::new)]),
        ("/desk/articles/{id}", vec![get(May(Read), l::one), post(May(Add), TEXT, l::change)]),
        ("/desk/articles/{id}/original", vec![get(May(Read), p::original)]),
        ("/desk/articles/{id}/claims", vec![post(May(Add), TEXT, articles::mark_pages::mark)]),
        ("/desk/articles/{id}/known", vec![get(May(Read), articles::known_pages::known)]),
        ("/desk/articles/{id}/matches", vec![post(May(Draft), SMALL, articles::known_pages::rule)]),
        ("/desk/articles/{id}/dismissals", vec![post(May(Draft), TEXT, l::dismiss)]),
        ("/desk/articles/{id}/versions", vec![get(May(Read), v::list), post(May(Add), FILE, v::create)]),
        ("/desk/articles/{id}/versions/{n}", vec![get(May(Read), v::one)]),
        ("/desk/articles/{id}/versions/{n}/original", vec![get(May(Read), v::original)]),
        ("/desk/articles/{id}/places", vec![get(May(Read), v::places), post(May(Add), SMALL, v::confirm)]),
        ("/desk/articles/{id}/places/{claim}", vec![post(May(Add), SMALL, v::decide)]),
        ("/desk/articles/{id}/release", vec![post(May(Approve), SMALL, l::release)]),
        ("/desk/articles/{id}/release-rule", vec![post(May(Approve), SMALL, l::require)]),
        ("/desk/articles/{id}/access", vec![post(May(Draft), SMALL, p::restrict)]),
    ]
}

fn desk_claims() -> Vec<Route> {
    use claims::claimant_pages as c;
    use claims::pages as p;
    use discussion::comment_pages as d;
    vec![
        ("/desk/claims", vec![get(May(Read), p::list), post(May(Add), TEXT, p::create)]),
        ("/desk/claims/new", vec![get(May(Add), p::new)]),
        ("/desk/claims/{id}", vec![get(May(Read), p::claim), post(May(Add), TEXT, p::change)]),
        ("/desk/claims/{id}/triage", vec![post(May(Draft), SMALL, p::triage)]),
        ("/desk/claims/{id}/matches", vec![post(May(Draft), SMALL, claims::match_pages::rule)]),
        ("/desk/claims/{id}/check", vec![post(May(Draft), SMALL, p::take)]),
        ("/desk/claims/{id}/discussion", vec![get(May(Read), d::discussion), post(May(Add), TEXT, d::add)]),
        ("/desk/claims/{id}/discussion/{comment}", vec![post(May(Add), TEXT, d::edit)]),
        ("/desk/claims/{id}/discussion/{comment}/state", vec![post(May(Add), SMALL, d::set_state)]),
        ("/desk/claims/{id}/access", vec![post(May(Draft), SMALL, p::restrict)]),
        ("/desk/claims/{id}/appearances", vec![post(May(Add), SMALL, p::add_appearance)]),
        (
            "/desk/claims/{id}/appearances/{appearance}/source",
            vec![post(May(Add), SMALL, evidence::capture_pages::of_appearance)],
        ),
        ("/desk/claims/{id}/appearances/{appearance}/removal", vec![post(May(Add), SMALL, p::remove_appearance)]),
        ("/desk/matches", vec![get(May(Read), claims::match_pages::matches)]),
        ("/desk/claimants", vec![get(May(Read), c::claimants), post(May(Add), SMALL, c::add_claimant)]),
        ("/desk/claimants/{id}", vec![get(May(Read), c::claimant), post(May(Draft), SMALL, c::change_claimant)]),
        ("/desk/topics", vec![get(May(Read), c::topics), post(May(Approve), SMALL, c::add_topic)]),
        ("/desk/topics/{id}/state", vec![post(May(Approve), SMALL, c::set_topic_state)]),
    ]
}

fn desk_sources() -> Vec<Route> {
    use evidence::capture_pages as c;
    use evidence::graph_pages as g;
    use evidence::pages as p;
    use evidence::protected_pages as s;
    vec![
        ("/desk/sources", vec![get(May(Read), p::list), post(May(Add), FILE, p::create)]),
        ("/desk/sources/new", vec![get(May(Add), p::new)]),
        ("/desk/sources/protected", vec![get(May(Add), s::new), post(May(Add), TEXT, s::create)]),
        ("/desk/sources/{id}", vec![get(May(Read), p::one), post(May(Add), SMALL, p::change)]),
        ("/desk/sources/{id}/snapshots", vec![post(May(Add), FILE, p::add_snapshot)]),
        ("/desk/sources/{id}/snapshots/{snapshot}/original", vec![get(May(Read), p::original)]),
        ("/desk/sources/{id}/snapshots/{snapshot}/page", vec![get(May(Read), c::page)]),
        ("/desk/sources/{id}/captures", vec![post(May(Add), SMALL, c::ask_for)]),
        ("/desk/sources/{id}/archivings", vec![post(May(Draft), SMALL, c::hand_over)]),
        ("/desk/sources/{id}/wacz", vec![get(May(Read), c::wacz)]),
        ("/desk/sources/{id}/notes", vec![post(May(Draft), SMALL, g::add_note)]),
        ("/desk/sources/{id}/notes/{note}/end", vec![post(May(Draft), SMALL, g::take_back)]),
        ("/desk/sources/{id}/origin", vec![get(May(Draft), g::choose_origin), post(May(Draft), SMALL, g::origin)]),
        ("/desk/sources/{id}/protected", vec![post(May(Add), TEXT, s::change)]),
        ("/desk/sources/{id}/protected/reading", vec![post(May(Read), SMALL, s::open)]),
        ("/desk/sources/{id}/protected/readers", vec![post(May(Add), SMALL, s::name_readers)]),
        ("/desk/captures/{id}", vec![get(May(Read), c::one)]),
        ("/desk/captures/{id}/state", vec![get(May(Read), c::state)]),
        ("/desk/captures/{id}/warc", vec![get(May(Read), c::warc)]),
        ("/desk/captures/{id}/time", vec![get(May(Read), c::time)]),
        ("/desk/captures/{id}/retry", vec![post(May(Add), SMALL, c::retry)]),
        ("/desk/sources/{id}/access", vec![post(May(Draft), SMALL, p::restrict)]),
    ]
}

fn desk_checks() -> Vec<Route> {
    use checks::evidence_pages as e;
    use checks::pages as p;
    use corrections::pages as a;
    vec![
        ("/desk/checks/{id}", vec![get(May(Read), p::check)]),
        ("/desk/checks/{id}/verdict", vec![post(May(Draft), TEXT, p::write_verdict)]),
        ("/desk/checks/{id}/lead", vec![post(May(Draft), SMALL, p::hand_over)]),
        ("/desk/checks/{id}/evidence", vec![post(May(Draft), TEXT, e::add)]),
        ("/desk/checks/{id}/evidence/new", vec![get(May(Draft), e::new)]),
        ("/desk/checks/{id}/evidence/{n}", vec![post(May(Draft), SMALL, e::change)]),
        ("/desk/checks/{id}/notices/{notice}", vec![post(May(Approve), SMALL, checks::notice_pages::decide)]),
        ("/desk/checks/{id}/evidence/{n}/state", vec![post(May(Draft), SMALL, e::set_state)]),
        ("/desk/checks/{id}/submission", vec![post(May(Draft), SMALL, p::submit)]),
        ("/desk/checks/{id}/review", vec![post(May(Draft), SMALL, p::review)]),
        ("/desk/checks/{id}/approval", vec![post(May(Approve), SMALL, p::approve)]),
        ("/desk/checks/{id}/publication", vec![post(May(Approve), SMALL, p::publish)]),
        ("/desk/checks/{id}/after", vec![get(May(Read), a::after)]),
        ("/desk/checks/{id}/retraction", vec![post(May(Approve), SMALL, a::propose_retraction)]),
        ("/desk/checks/{id}/retraction/{retraction}", vec![post(May(Approve), SMALL, a::decide_retraction)]),
        ("/desk/checks/{id}/withholdings", vec![post(May(Approve), SMALL, a::propose_withholding)]),
        ("/desk/checks/{id}/withholdings/{withholding}", vec![post(May(Approve), SMALL, a::decide_withholding)]),
        ("/desk/checks/{id}/correction", vec![post(May(Draft), SMALL, p::correct)]),
    ]
}

fn desk_rest() -> Vec<Route> {
    use external::pages as x;
    use notifications::pages as n;
    vec![
        ("/desk/search", vec![get(May(Read), finding::pages::search)]),
        ("/desk/external", vec![get(May(Read), x::list), post(May(Draft), FILE, x::import)]),
        ("/desk/external/{id}", vec![get(May(Read), x::one)]),
        ("/desk/external/{id}/state", vec![post(May(Draft), SMALL, x::set_state)]),
        ("/desk/reviews", vec![get(May(Read), checks::queue_pages::reviews)]),
        ("/desk/tasks", vec![get(May(Read), discussion::pages::tasks), post(May(Add), SMALL, discussion::pages::add)]),
        ("/desk/tasks/{id}/state", vec![post(May(Add), SMALL, discussion::pages::set_state)]),
        ("/desk/notifications", vec![get(May(Read), n::list), post(May(Read), SMALL, n::read)]),
        ("/desk/log", vec![get(May(ReadLog), admin::pages::log)]),
        ("/desk/insights", vec![get(May(ReadLog), insights::pages::show)]),
        ("/desk/insights/{table}.csv", vec![get(May(ReadLog), insights::pages::table)]),
    ]
}

fn admin_pages() -> Vec<Route> {
    use admin::pages as p;
    use admin::worth_pages as m;
    use people::staff_pages as w;
    vec![
        ("/admin/people", vec![get(May(ReadAdmin), w::people)]),
        ("/admin/people/invitations", vec![post(May(Manage), SMALL, w::invite)]),
        ("/admin/people/invitations/{id}/revocation", vec![post(May(Manage), SMALL, w::revoke)]),
        ("/admin/people/{id}/role", vec![post(May(Manage), SMALL, w::set_role)]),
        ("/admin/people/{id}/state", vec![post(May(Manage), SMALL, w::set_state)]),
        ("/admin/settings", vec![get(May(ReadAdmin), p::settings), post(May(Manage), SMALL, p::change_settings)]),
        ("/admin/settings/gates", vec![post(May(Manage), SMALL, p::set_gates)]),
        ("/admin/settings/fetching", vec![post(May(Manage), SMALL, p::set_fetching)]),
        ("/admin/settings/worthiness", vec![get(May(ReadAdmin), m::models), post(May(Manage), SMALL, m::choose)]),
        ("/admin/settings/worthiness/models", vec![post(May(Manage), FILE, m::add)]),
        ("/admin/scale", vec![get(May(ReadAdmin), p::scale), post(May(Manage), SMALL, p::add_entry)]),
        ("/admin/scale/{id}", vec![post(May(Manage), SMALL, p::change_entry)]),
        ("/admin/policies", vec![get(May(ReadAdmin), p::policies), post(May(Manage), TEXT, p::write_policy)]),
        ("/admin/health", vec![get(May(ReadAdmin), p::health)]),
    ]
}

/// Hands the map to the server.
pub fn configure(config: &mut ServiceConfig) {
    for (path, endpoints) in table() {
        let mut allowed: Vec<Method> = endpoints.iter().map(|endpoint| endpoint.method.clone()).collect();
        if allowed.contains(&Method::GET) {
            allowed.push(Method::HEAD);
        }
        let mut resource = actix_web::web::resource(path);
        for endpoint in endpoints {
            let method = endpoint.method.clone();
            let route = match method {
                Method::GET => actix_web::web::route().guard(guard::Any(guard::Get()).or(guard::Head())),
                method => actix_web::web::method(method),
            };
            resource = resource.route(route.to(move |app: Data<App>, request: HttpRequest, body: Payload| {
                web::serve(app.get_ref().clone(), endpoint.clone(), request, body)
            }));
        }
        config.service(resource.default_service(actix_web::web::to(move |app: Data<App>, request: HttpRequest| {
            web::anything_else(app.get_ref().clone(), Some(allowed.clone()), request)
        })));
    }
    config.default_service(actix_web::web::to(|app: Data<App>, request: HttpRequest| {
        web::anything_else(app.get_ref().clone(), None, request)
    }));
}
