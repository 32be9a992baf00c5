(function(w,d){var l=location,n=navigator,s=d.currentScript,o=s.dataset,u=s.src.replace(/script\.js.*$/,"events"),q=w.bellwether&&w.bellwether.q||[],c=(/[?&]bwc=([\w-]+)/.exec(l.search)||[])[1]||"",r=d.referrer,p;
function b(e,x){if(e==="consent"){c&&[].forEach.call(d.querySelectorAll('input[name="bwc"]'),function(i){i.value=c});return c}
e&&!off&&send(e,x)}
var off=n.globalPrivacyControl||n.doNotTrack==="1"||w.doNotTrack==="1";
function send(e,x){var t=l.search.match(/\b(utm_\w+|source|ref)=[^&]*/g),m=JSON.stringify({site:o.site,name:e||void 0,url:l.origin+l.pathname+(t?"?"+t.join("&"):"")+("hash"in o?l.hash:""),referrer:r,data:x,automated:!!n.webdriver});
n.sendBeacon&&n.sendBeacon(u,m)||fetch(u,{method:"POST",body:m,keepalive:true,credentials:"include",mode:"no-cors"}).catch(function(){})}
function view(){var k=l.pathname+("hash"in o?l.hash:"");if(off||k===p)return;p=k;send();r=""}
function go(){["pushState","replaceState"].forEach(function(f){var h=history[f];history[f]=function(){h.apply(this,arguments);view()}});
w.addEventListener("popstate",view);"hash"in o&&w.addEventListener("hashchange",view);
w.addEventListener("pageshow",function(e){if(e.persisted){p="";view()}});
("outbound"in o||"downloads"in o)&&d.addEventListener("click",function(e){var a=e.target.closest&&e.target.closest("a[href]");if(!a||!a.host)return;
if("downloads"in o&&/\.(pdf|zip|docx?|xlsx?|pptx?|csv|epub|mp[34]|dmg|exe|apk)$/i.test(a.pathname))b("download",{file:a.pathname.slice(-200)});
else if("outbound"in o&&a.host!==l.host)b("outbound",{to:a.host})},true);
view()}
w.bellwether=b;d.prerendering?d.addEventListener("prerenderingchange",go,{once:true}):go();
q.forEach(function(a){b.apply(null,a)})})(window,document);
