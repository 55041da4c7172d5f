// What is on top of pages that work without it. It may fail anywhere: the form of the page is still there.
document.documentElement.dataset['script'] = 'ready'
